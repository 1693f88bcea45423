import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, type ReactNode } from 'react';

interface PageTitleProps {
  readonly title: string;
  /** What the page is for, or what the record is. */
  readonly subtitle?: ReactNode;
  /** Buttons; one of them primary. */
  readonly children?: ReactNode;
}

/** The heading of a page, also the browser's title. */
export function PageTitle({ title, subtitle, children }: PageTitleProps) {
  useEffect(() => {
    document.title = title === '' ? 'Nhịp' : `${title} · Nhịp`;
  }, [title]);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', columnGap: 2, rowGap: 1, mb: 2 }}>
      <Box sx={{ flex: '1 1 280px', minWidth: 0 }}>
        <Typography variant="h1">{title}</Typography>
        {subtitle !== undefined && (
          <Typography component="div" color="text.secondary">
            {subtitle}
          </Typography>
        )}
      </Box>
      {children !== undefined && (
        <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {children}
        </Box>
      )}
    </Box>
  );
}
