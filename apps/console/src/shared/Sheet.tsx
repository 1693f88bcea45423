import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

/** A white sheet with a thin border; with a heading it is a section of a page. */
export function Sheet({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <Paper component="section" variant="outlined" sx={{ mb: 2, overflow: 'clip' }}>
      {title !== undefined && (
        <Typography variant="h2" sx={{ px: 2, py: 1.25, borderBottom: 1, borderColor: 'divider' }}>
          {title}
        </Typography>
      )}
      {children}
    </Paper>
  );
}
