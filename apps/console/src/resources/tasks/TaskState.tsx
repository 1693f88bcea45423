import Box from '@mui/material/Box';
import { workingLabels, type TaskItem, type WorkingLabel } from '@nhip/contracts';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { StateChip, type StateShape, type StateTone } from '../../shared/StateChip.js';

const looks: Readonly<Record<WorkingLabel, { readonly shape: StateShape; readonly tone: StateTone }>> = {
  assigned: { shape: 'ring', tone: 'info' },
  received: { shape: 'ring', tone: 'info' },
  'not-started': { shape: 'ring', tone: 'info' },
  'in-progress': { shape: 'disc', tone: 'good' },
  'due-soon': { shape: 'half', tone: 'soon' },
  overdue: { shape: 'triangle', tone: 'late' },
  'without-deadline': { shape: 'disc', tone: 'quiet' },
  'awaiting-approval': { shape: 'ring', tone: 'info' },
  'awaiting-acceptance': { shape: 'ring', tone: 'info' },
  returned: { shape: 'back', tone: 'soon' },
  'done-early': { shape: 'tick', tone: 'good' },
  'done-on-time': { shape: 'tick', tone: 'good' },
  'done-late': { shape: 'tick', tone: 'soon' },
  done: { shape: 'tick', tone: 'good' },
  unanswered: { shape: 'cross', tone: 'late' },
  suspended: { shape: 'pause', tone: 'quiet' },
  cancelled: { shape: 'cross', tone: 'quiet' },
  withdrawn: { shape: 'cross', tone: 'quiet' },
};

/** Labels that say already that the deadline has passed. */
const late = new Set<WorkingLabel>(['overdue', 'done-late', 'unanswered']);

/** Work state × deadline: the working label, the deadline where the label does not tell it, and the criticism. */
export function TaskState({ task }: { task: Pick<TaskItem, 'status' | 'criticism'> }) {
  const text = useText();
  const language = useLanguage();
  const { working, deadline } = task.status;
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.5 }}>
      <StateChip label={workingLabels[working][language]} {...looks[working]} />
      {deadline === 'overdue' && !late.has(working) && (
        <StateChip label={text('shell.state.overdue')} shape="triangle" tone="late" />
      )}
      {deadline === 'due-today' && <StateChip label={text('shell.due.today')} shape="half" tone="soon" />}
      {task.criticism !== 'none' && (
        <StateChip
          label={text(`resources.tasks.criticisms.${task.criticism}`)}
          shape={task.criticism === 'spared' ? 'ring' : 'triangle'}
          tone={task.criticism === 'spared' ? 'quiet' : 'late'}
        />
      )}
    </Box>
  );
}
