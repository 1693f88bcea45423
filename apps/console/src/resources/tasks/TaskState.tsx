import Box from '@mui/material/Box';
import { formatDay, MANY_EXTENSIONS, workingLabels, type TaskItem, type WorkingLabel } from '@nhip/contracts';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
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
  'partly-done': { shape: 'half', tone: 'soon' },
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

/** Of an explanation these say less than the state of its procedure. */
const asNamed = new Set<WorkingLabel>(['assigned', 'returned', 'awaiting-approval', 'awaiting-acceptance']);

/** Work state × deadline: the working label, the deadline where the label does not tell it, and the criticism. */
export function TaskState({
  task,
}: {
  task: Pick<TaskItem, 'kind' | 'status' | 'stateNames' | 'criticism' | 'extension' | 'extended'>;
}) {
  const text = useText();
  const language = useLanguage();
  const { working, deadline } = task.status;
  const label =
    task.kind === 'explanation' && asNamed.has(working)
      ? nameIn(task.stateNames, language)
      : workingLabels[working][language];
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.5 }}>
      <StateChip label={label} {...looks[working]} />
      {deadline === 'overdue' && !late.has(working) && (
        <StateChip label={text('shell.state.overdue')} shape="triangle" tone="late" />
      )}
      {deadline === 'due-today' && (
        <StateChip label={text('resources.tasks.dueToday')} shape="half" tone="soon" />
      )}
      {task.extension && (
        <StateChip
          label={text('resources.tasks.extension.asks', { day: formatDay(task.extension.askedDueOn) })}
          shape="half"
          tone="soon"
        />
      )}
      {task.extended >= MANY_EXTENSIONS && (
        <StateChip label={text('resources.tasks.extension.many')} shape="triangle" tone="late" />
      )}
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
