import Box from '@mui/material/Box';
import { formatDay, type TaskView } from '@nhip/contracts';
import { useText } from '../../i18n/use-text.js';
import { Sheet } from '../../shared/Sheet.js';
import { StateChip } from '../../shared/StateChip.js';

/** Occurrences of recurring work and whether each was reported on. */
export function TaskChecks({ checks }: { checks: TaskView['checks'] }) {
  const text = useText();
  if (checks.length === 0) return null;
  return (
    <Sheet title={text('resources.tasks.checks.title')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {checks.map(({ on, reports, ahead }) => (
          <Box component="li" key={on} sx={row}>
            <span>{formatDay(on)}</span>
            {reports > 0 ? (
              <StateChip
                label={text('resources.tasks.checks.reported', { count: reports })}
                shape="tick"
                tone="good"
              />
            ) : ahead ? (
              <StateChip label={text('resources.tasks.checks.ahead')} shape="ring" tone="info" />
            ) : (
              <StateChip label={text('resources.tasks.checks.missing')} shape="triangle" tone="late" />
            )}
          </Box>
        ))}
      </Box>
    </Sheet>
  );
}

const row = {
  display: 'flex',
  justifyContent: 'space-between',
  flexWrap: 'wrap',
  gap: 1,
  px: 2,
  py: 1,
  '& + &': { borderTop: 1, borderColor: 'divider' },
} as const;
