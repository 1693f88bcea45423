import Close from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface SideDrawerProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What belongs to one place of a page, beside it; the whole width of a phone. */
export function SideDrawer({ title, closeLabel, onClose, children }: SideDrawerProps) {
  return (
    <Drawer
      anchor="right"
      open
      onClose={onClose}
      slotProps={{ paper: { role: 'dialog', 'aria-label': title } }}
    >
      <Box sx={{ width: { xs: '100vw', sm: 460 }, display: 'flex', flexDirection: 'column', height: '100%' }}>
        <Box sx={head}>
          <Typography variant="h2" sx={{ flex: 1 }}>
            {title}
          </Typography>
          <IconButton size="small" onClick={onClose} aria-label={closeLabel}>
            <Close fontSize="small" />
          </IconButton>
        </Box>
        {children}
      </Box>
    </Drawer>
  );
}

const head = {
  display: 'flex',
  alignItems: 'flex-start',
  p: 2,
  gap: 1,
  borderBottom: 1,
  borderColor: 'divider',
} as const;
