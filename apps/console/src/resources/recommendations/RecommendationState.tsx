import Box from '@mui/material/Box';
import type { RecommendationItem } from '@nhip/contracts';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { StateChip, type StateShape, type StateTone } from '../../shared/StateChip.js';

const looks: Readonly<Record<string, { readonly shape: StateShape; readonly tone: StateTone }>> = {
  sent: { shape: 'ring', tone: 'info' },
  answered: { shape: 'half', tone: 'info' },
  accepted: { shape: 'disc', tone: 'good' },
  done: { shape: 'tick', tone: 'good' },
  refused: { shape: 'cross', tone: 'quiet' },
  withdrawn: { shape: 'cross', tone: 'quiet' },
};

/** Where a recommendation stands, and whether its answer is overdue. */
export function RecommendationState({ recommendation }: { recommendation: RecommendationItem }) {
  const text = useText();
  const language = useLanguage();
  const { state, stateNames, overdue } = recommendation;
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.5 }}>
      <StateChip
        label={nameIn(stateNames, language)}
        {...(looks[state] ?? { shape: 'disc', tone: 'quiet' })}
      />
      {overdue && <StateChip label={text('shell.state.overdue')} shape="triangle" tone="late" />}
    </Box>
  );
}
