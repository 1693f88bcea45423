import { formatDay, type TaskItem } from '@nhip/contracts';
import { useText } from '../../i18n/use-text.js';
import { DueDate } from '../../shared/DueDate.js';

/** The present deadline of a task; of one without a deadline its next check, or that it has none. */
export function TaskDue({
  task,
  headed = false,
}: {
  readonly task: Pick<TaskItem, 'dueOn' | 'status' | 'nextCheckOn' | 'handedInAt'>;
  readonly headed?: boolean;
}) {
  const text = useText();
  const { dueOn, status, nextCheckOn, handedInAt } = task;
  if (dueOn !== null) {
    const left = status.official.startsWith('open') && handedInAt === null ? status.workingDaysLeft : null;
    return <DueDate dueOn={dueOn} headed={headed} {...(left !== null && { workingDaysLeft: left })} />;
  }
  if (nextCheckOn !== null) return text('resources.tasks.nextCheck', { day: formatDay(nextCheckOn) });
  return text('resources.tasks.noDeadline');
}
