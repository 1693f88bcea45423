import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { formatDecimal } from '@nhip/contracts';
import { useLanguage, useText } from '../i18n/use-text.js';

interface LongWorkProps {
  /** What is being done, in words. */
  readonly what: string;
  readonly done?: number;
  readonly total?: number;
}

/** Work that takes a while: what, how far, and that one may leave. */
export function LongWork({ what, done, total }: LongWorkProps) {
  const text = useText();
  const language = useLanguage();
  const counted = done !== undefined && total !== undefined && total > 0;
  const count = (value: number) => formatDecimal(String(value), language);
  return (
    <Box role="status" sx={{ p: 2 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, mb: 0.5 }}>
        <Typography>{what}</Typography>
        {counted && (
          <Typography sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
            {text('shell.work.progress', { done: count(done), total: count(total) })}
          </Typography>
        )}
      </Box>
      <LinearProgress
        aria-label={what}
        {...(counted ? { variant: 'determinate', value: Math.min(100, (done / total) * 100) } : {})}
      />
      <Typography variant="caption" color="text.secondary">
        {text('shell.work.leave')}
      </Typography>
    </Box>
  );
}
