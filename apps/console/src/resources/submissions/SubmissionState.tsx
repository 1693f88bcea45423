import Box from '@mui/material/Box';
import type { SubmissionItem, SubmissionState as State } from '@nhip/contracts';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { StateChip, type StateShape, type StateTone } from '../../shared/StateChip.js';

const looks = {
  open: { shape: 'ring', tone: 'quiet' },
  submitted: { shape: 'half', tone: 'info' },
  approved: { shape: 'disc', tone: 'info' },
  accepted: { shape: 'tick', tone: 'good' },
  returned: { shape: 'back', tone: 'soon' },
  missing: { shape: 'triangle', tone: 'late' },
  excused: { shape: 'pause', tone: 'quiet' },
  withdrawn: { shape: 'cross', tone: 'quiet' },
} as const satisfies Record<State, { readonly shape: StateShape; readonly tone: StateTone }>;

/** The state by the procedure's words, and beside it that it is late: recorded, not hidden. */
export function SubmissionState({ item }: { item: Pick<SubmissionItem, 'state' | 'stateNames' | 'late'> }) {
  const text = useText();
  const language = useLanguage();
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.5 }}>
      <StateChip label={nameIn(item.stateNames, language)} {...looks[item.state]} />
      {item.late && item.state !== 'missing' && (
        <StateChip label={text('resources.submissions.late')} shape="triangle" tone="late" />
      )}
    </Box>
  );
}
