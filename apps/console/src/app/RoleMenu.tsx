import ExpandMore from '@mui/icons-material/ExpandMore';
import Button from '@mui/material/Button';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Typography from '@mui/material/Typography';
import { roleLabels } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { useLanguage, useText } from '../i18n/use-text.js';
import { nameIn } from '../session/language.js';
import type { Assignment } from '../session/me.js';
import { useMe, useSession } from '../session/SessionContext.js';

/** The role and unit one works as; those who hold several switch here. */
export function RoleMenu() {
  const text = useText();
  const language = useLanguage();
  const me = useMe();
  const session = useSession();
  const notify = useNotify();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);

  const role = roleLabels[me.current.role][language];
  const place = (assignment: Assignment) =>
    assignment.unit ? nameIn(assignment.unit.names, language) : text('shell.bar.wholeAdministration');
  const own = me.current.unit ? `${role} · ${nameIn(me.current.unit.names, language)}` : role;

  const change = async (assignment: Assignment) => {
    setAnchor(null);
    if (assignment.id === me.current.assignmentId) return;
    try {
      await session.switchRole(assignment.id);
      // A clean start: nothing that was read in the other role stays in memory.
      location.assign('/');
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { type: 'error' });
    }
  };

  if (me.assignments.length < 2) {
    return (
      <Typography noWrap color="text.secondary" title={own} sx={{ flexShrink: 2, minWidth: 40 }}>
        {own}
      </Typography>
    );
  }
  return (
    <>
      <Button
        color="inherit"
        endIcon={<ExpandMore />}
        aria-haspopup="menu"
        aria-label={`${text('shell.bar.role', { role: own })}. ${text('shell.bar.switchRole')}`}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ flexShrink: 2, minWidth: 72, fontWeight: 400, color: 'text.secondary' }}
      >
        <Typography component="span" noWrap>
          {own}
        </Typography>
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {me.assignments.map((assignment) => (
          <MenuItem
            key={assignment.id}
            selected={assignment.id === me.current.assignmentId}
            onClick={() => void change(assignment)}
          >
            <ListItemText
              primary={roleLabels[assignment.role][language]}
              secondary={`${place(assignment)} · ${nameIn(assignment.administration.names, language)}`}
            />
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
