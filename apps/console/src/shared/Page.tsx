import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** The margins of a page; `narrow` for forms, whose lines should stay readable. */
export function Page({ narrow = false, children }: { narrow?: boolean; children: ReactNode }) {
  return (
    <Box sx={{ p: { xs: 2, md: 3 }, width: '100%', maxWidth: narrow ? 760 : 1600, mx: narrow ? 0 : 'auto' }}>
      {children}
    </Box>
  );
}
