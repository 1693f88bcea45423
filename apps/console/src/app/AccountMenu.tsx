import AccountCircleOutlined from '@mui/icons-material/AccountCircleOutlined';
import DarkModeOutlined from '@mui/icons-material/DarkModeOutlined';
import KeyOutlined from '@mui/icons-material/KeyOutlined';
import LightModeOutlined from '@mui/icons-material/LightModeOutlined';
import MailOutlined from '@mui/icons-material/MailOutlined';
import Logout from '@mui/icons-material/Logout';
import Search from '@mui/icons-material/Search';
import Translate from '@mui/icons-material/Translate';
import Divider from '@mui/material/Divider';
import IconButton from '@mui/material/IconButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { useText } from '../i18n/use-text.js';
import { useMe, useSession } from '../session/SessionContext.js';
import { useAppearance } from './use-appearance.js';
import { useOtherLanguage } from './use-other-language.js';

export function AccountMenu({ onPalette }: { onPalette?: () => void }) {
  const text = useText();
  const { account } = useMe();
  const session = useSession();
  const navigate = useNavigate();
  const [look, setLook] = useAppearance();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { change } = useOtherLanguage();
  const dark = look === 'dark';

  const item = (icon: ReactNode, label: string, act: () => void) => (
    <MenuItem
      onClick={() => {
        setAnchor(null);
        act();
      }}
    >
      <ListItemIcon>{icon}</ListItemIcon>
      <ListItemText primary={label} />
    </MenuItem>
  );
  // Also when the session had ended already: there is nothing to be told then.
  const leave = () => location.assign('/');
  const signOut = () => void session.signOut().then(leave, leave);

  return (
    <>
      <IconButton
        aria-haspopup="menu"
        aria-label={text('shell.bar.account', { name: account.fullName })}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <AccountCircleOutlined />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem disabled sx={{ '&.Mui-disabled': { opacity: 1 } }}>
          <ListItemText primary={account.fullName} secondary={account.userName} />
        </MenuItem>
        <Divider />
        {onPalette && item(<Search fontSize="small" />, text('shell.bar.palette'), onPalette)}
        {item(<Translate fontSize="small" />, text('shell.bar.otherLanguage'), () => void change())}
        {item(<MailOutlined fontSize="small" />, text('shell.settings.title'), () => {
          void navigate('/me/settings');
        })}
        {item(<KeyOutlined fontSize="small" />, text('shell.bar.changePassword'), () => {
          void navigate('/me/password');
        })}
        {item(
          dark ? <LightModeOutlined fontSize="small" /> : <DarkModeOutlined fontSize="small" />,
          text(dark ? 'shell.bar.light' : 'shell.bar.dark'),
          () => setLook(dark ? 'light' : 'dark'),
        )}
        <Divider />
        {item(<Logout fontSize="small" />, text('shell.bar.signOut'), signOut)}
      </Menu>
    </>
  );
}
