import type { ConclusionListItem } from '@nhip/contracts';
import { useText } from '../../i18n/use-text.js';

/** What has become of the tasks: how many are done, and how many are overdue. */
export function TaskCounts({ tasks }: Pick<ConclusionListItem, 'tasks'>) {
  const text = useText();
  const { total, doneOnTime, doneLate, openOverdue } = tasks;
  if (total === 0) return '–';
  return (
    <>
      {text('resources.conclusions.tasksDone', { done: doneOnTime + doneLate, total })}
      {openOverdue > 0 && ` · ${text('resources.conclusions.tasksOverdue', { count: openOverdue })}`}
    </>
  );
}
