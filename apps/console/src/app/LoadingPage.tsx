import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useText } from '../i18n/use-text.js';

/** The outline of a page while its parts arrive. */
export function LoadingPage() {
  const text = useText();
  return (
    <Box role="status" aria-label={text('shell.work.loading')} sx={{ p: { xs: 2, md: 3 } }}>
      <Skeleton variant="text" width={240} height={32} />
      <Skeleton variant="text" width={360} height={22} />
      <Skeleton variant="rounded" height={320} sx={{ mt: 2 }} />
    </Box>
  );
}
