import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { formatInstant, type RoundVerdict, type TaskView } from '@nhip/contracts';
import { useText } from '../../i18n/use-text.js';
import { Sheet } from '../../shared/Sheet.js';
import { StateChip, type StateShape, type StateTone } from '../../shared/StateChip.js';

const looks: Readonly<Record<RoundVerdict, readonly [StateShape, StateTone]>> = {
  accepted: ['tick', 'good'],
  'partly-done': ['half', 'soon'],
  returned: ['back', 'soon'],
};

/** Every answer or report that was handed in, the last first, and how it was judged. */
export function TaskRounds({ rounds }: { rounds: TaskView['rounds'] }) {
  const text = useText();
  if (rounds.length === 0) return null;
  return (
    <Sheet title={text('resources.tasks.rounds')}>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {rounds.toReversed().map(({ number, answer, handedInAt, by, verdict, reason, judgedAt }) => (
          <Box component="li" key={number} sx={row}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center' }}>
              <Box component="span" sx={{ fontWeight: 600 }}>
                {text('resources.tasks.round', { count: number })}
              </Box>
              {verdict === null ? (
                <StateChip label={text('resources.tasks.verdicts.waits')} shape="ring" tone="info" />
              ) : (
                <StateChip
                  label={text(`resources.tasks.verdicts.${verdict}`)}
                  shape={looks[verdict][0]}
                  tone={looks[verdict][1]}
                />
              )}
            </Box>
            <Box sx={{ whiteSpace: 'pre-line', mt: 0.5 }}>{answer.text}</Box>
            <Typography color="text.secondary" sx={{ fontSize: 13 }}>
              {formatInstant(handedInAt)} · {by ?? text('shell.history.system')}
            </Typography>
            {reason !== null && (
              <Box sx={{ mt: 0.5 }}>
                {text('resources.tasks.judgedBecause', { reason })}
                {judgedAt !== null && (
                  <Typography color="text.secondary" sx={{ fontSize: 13 }}>
                    {formatInstant(judgedAt)}
                  </Typography>
                )}
              </Box>
            )}
          </Box>
        ))}
      </Box>
    </Sheet>
  );
}

const row = { px: 2, py: 1.25, '& + &': { borderTop: 1, borderColor: 'divider' } } as const;
