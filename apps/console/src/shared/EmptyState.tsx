import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly title: string;
  /** What the page is for, or what to try. */
  readonly hint?: string;
  readonly heading?: 'h1' | 'h2';
  /** The next step: one button. */
  readonly children?: ReactNode;
}

export function EmptyState({ title, hint, heading = 'h2', children }: EmptyStateProps) {
  return (
    <Box sx={{ py: 7, px: 2, textAlign: 'center' }}>
      <Typography variant="h2" component={heading}>
        {title}
      </Typography>
      {hint !== undefined && (
        <Typography color="text.secondary" sx={{ mt: 0.5, mx: 'auto', maxWidth: 480 }}>
          {hint}
        </Typography>
      )}
      {children !== undefined && children !== null && children !== false && (
        <Box sx={{ mt: 2 }}>{children}</Box>
      )}
    </Box>
  );
}
