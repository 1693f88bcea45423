import Typography from '@mui/material/Typography';
import { formatDecimal, type Indicator } from '@nhip/contracts';
import { useLanguage, useText } from '../../../i18n/use-text.js';

interface LivePointsProps {
  readonly indicator: Pick<Indicator, 'maxPoints'>;
  /** Null or not there yet: none can be given. */
  readonly points: string | null | undefined;
}

/** The points the figures would give, out of the most there are; nothing for an indicator that gives none. */
export function LivePoints({ indicator: { maxPoints }, points }: LivePointsProps) {
  const text = useText();
  const language = useLanguage();
  if (maxPoints === '0') return null;
  return (
    <Typography component="div" variant="caption" color="text.secondary" sx={{ whiteSpace: 'nowrap' }}>
      {text('resources.submissions.grid.points', {
        points: points == null ? '–' : formatDecimal(points, language),
        max: formatDecimal(maxPoints, language),
      })}
    </Typography>
  );
}
