import Alert from '@mui/material/Alert';
import { useText } from '../../i18n/use-text.js';

/** Beside the button that hands in: files were chosen and would stay behind. */
export function UnsentFiles({ count }: { count: number }) {
  const text = useText();
  if (count === 0) return null;
  return (
    <Alert severity="warning" variant="outlined" sx={{ my: 1 }}>
      {text('parts.evidence.unsent', { count })}
    </Alert>
  );
}
