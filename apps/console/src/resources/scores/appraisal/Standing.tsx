import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { AppraisalRow } from '@nhip/contracts';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { StateMark } from '../../../shared/StateChip.js';
import { differ, pointsText } from './points.js';

interface StandingProps {
  readonly computed: string | null;
  readonly self: AppraisalRow['self'];
  readonly appraised: AppraisalRow['appraised'];
  readonly final?: string | null | undefined;
}

/** Computed, self, appraised and final points side by side; what differs from the figures is marked, with its reason. */
export function Standing({ computed, self, appraised, final }: StandingProps) {
  const text = useText();
  const language = useLanguage();
  const shown = [
    { name: 'computed' as const, points: computed, reason: null },
    { name: 'self' as const, points: self?.points ?? null, reason: self?.reason ?? null },
    { name: 'appraised' as const, points: appraised?.points ?? null, reason: appraised?.reason ?? null },
    ...(final === undefined ? [] : [{ name: 'final' as const, points: final, reason: null }]),
  ];
  return (
    <Box component="dl" sx={grid}>
      {shown.map(({ name, points, reason }) => (
        <Box key={name} sx={{ minWidth: 0 }}>
          <Typography component="dt" color="text.secondary" sx={{ fontSize: 13 }}>
            {text(`resources.scores.appraisal.${name}`)}
          </Typography>
          <Box component="dd" sx={{ m: 0, fontVariantNumeric: 'tabular-nums' }}>
            {points === null ? '–' : pointsText(points, language)}
            {name !== 'final' && differ(points, computed) && (
              <Box component="span" sx={{ ml: 0.75, whiteSpace: 'nowrap', color: 'warning.main' }}>
                <StateMark shape="triangle" tone="soon" /> {text('resources.scores.appraisal.differs')}
              </Box>
            )}
            {reason !== null && (
              <Typography sx={{ fontSize: 13, overflowWrap: 'anywhere' }}>{reason}</Typography>
            )}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

const grid = {
  m: 0,
  display: 'grid',
  gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(4, minmax(0, 1fr))' },
  columnGap: 2,
  rowGap: 0.75,
} as const;
