import Box from '@mui/material/Box';
import type { SupervisionItem } from '@nhip/contracts';
import { useText } from '../../i18n/use-text.js';
import { StateChip } from '../../shared/StateChip.js';

/** Open or presented; and whether the reader is of the team. */
export function SupervisionState({ supervision }: { supervision: Pick<SupervisionItem, 'state' | 'own'> }) {
  const text = useText();
  const { state, own } = supervision;
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.5 }}>
      <StateChip
        label={text(`resources.supervisions.states.${state}`)}
        shape={state === 'open' ? 'disc' : 'tick'}
        tone={state === 'open' ? 'info' : 'good'}
      />
      {own && <StateChip label={text('resources.supervisions.own')} shape="ring" tone="quiet" />}
    </Box>
  );
}
