import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

export interface FieldRow {
  readonly label: string;
  readonly value: ReactNode;
}

/** A record's fields: name beside value, one under the other on a phone. */
export function FieldList({ rows }: { rows: readonly FieldRow[] }) {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        px: 2,
        pt: 1,
        pb: 1.75,
        display: 'grid',
        gridTemplateColumns: { sm: '200px 1fr' },
        columnGap: 2,
      }}
    >
      {rows.map(({ label, value }) => (
        <Box key={label} sx={{ display: 'contents' }}>
          <Typography component="dt" color="text.secondary" sx={{ pt: 0.75 }}>
            {label}
          </Typography>
          <Typography component="dd" sx={{ m: 0, pt: { sm: 0.75 }, minWidth: 0, overflowWrap: 'anywhere' }}>
            {value}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
