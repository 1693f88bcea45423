import HomeOutlined from '@mui/icons-material/HomeOutlined';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import ListSubheader from '@mui/material/ListSubheader';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import type { ComponentType } from 'react';
import { NavLink, useLocation } from 'react-router-dom';
import { useText } from '../i18n/use-text.js';
import { resources } from '../resources/index.js';
import { menuGroups } from '../resources/registry.js';
import { useMe } from '../session/SessionContext.js';

/** What this role can open, in groups; an empty group is left out. */
export function MainMenu({ onChosen = () => undefined }: { onChosen?: () => void }) {
  const text = useText();
  const { permissions } = useMe();
  const open = resources.filter(({ pages }) => permissions.includes(pages.list.permission));
  return (
    <nav aria-label={text('shell.menu.label')}>
      <List dense disablePadding sx={{ py: 1 }}>
        <Entry to="/" icon={HomeOutlined} label={text('shell.bar.home')} onChosen={onChosen} />
        {menuGroups.map((group) => {
          const members = open.filter((resource) => resource.group === group);
          if (members.length === 0) return null;
          return (
            <li key={group}>
              <ListSubheader component="div" disableSticky id={`menu-${group}`} sx={groupHead}>
                {text(`shell.menu.${group}`)}
              </ListSubheader>
              <List dense disablePadding aria-labelledby={`menu-${group}`}>
                {members.map(({ name, icon }) => (
                  <Entry
                    key={name}
                    to={`/${name}`}
                    icon={icon}
                    label={text(`resources.${name}.name`, { smart_count: 2 })}
                    onChosen={onChosen}
                  />
                ))}
              </List>
            </li>
          );
        })}
      </List>
    </nav>
  );
}

interface EntryProps {
  readonly to: string;
  readonly icon: ComponentType<SvgIconProps>;
  readonly label: string;
  readonly onChosen: () => void;
}

function Entry({ to, icon: Icon, label, onChosen }: EntryProps) {
  const { pathname } = useLocation();
  const selected = to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`);
  return (
    <ListItem disablePadding>
      <ListItemButton
        component={NavLink}
        to={to}
        end={to === '/'}
        selected={selected}
        onClick={onChosen}
        sx={entry}
      >
        <ListItemIcon sx={{ minWidth: 32, color: 'inherit' }}>
          <Icon fontSize="small" />
        </ListItemIcon>
        <ListItemText primary={label} slotProps={{ primary: { variant: 'body1', noWrap: true } }} />
      </ListItemButton>
    </ListItem>
  );
}

const groupHead = {
  lineHeight: '20px',
  pt: 2,
  pb: 0.5,
  px: 2,
  bgcolor: 'transparent',
  fontSize: 12.5,
} as const;
const entry = {
  mx: 1,
  px: 1,
  minHeight: 34,
  py: 0.25,
  borderRadius: 1,
  color: 'text.primary',
  '&.Mui-selected': { color: 'primary.main', '& .MuiListItemText-primary': { fontWeight: 600 } },
} as const;
