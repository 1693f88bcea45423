import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface PhoneRowProps {
  readonly primary: ReactNode;
  readonly secondary?: ReactNode;
  /** At the right: a state, a number. */
  readonly end?: ReactNode;
}

/** Two lines and what stands at their right. */
export function PhoneRow({ primary, secondary, end }: PhoneRowProps) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 2, py: 1.25 }}>
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <Typography component="div" sx={{ fontWeight: 500 }}>
          {primary}
        </Typography>
        {secondary !== undefined && (
          <Typography component="div" variant="caption" color="text.secondary">
            {secondary}
          </Typography>
        )}
      </Box>
      {end}
    </Box>
  );
}
