import type { HistoryItem } from '@nhip/contracts';
import { changesOf, type HistoryChange } from '../../shared/history.js';

/** Fields that say the same as another, or as the step itself, in a form for machines. */
const machine =
  /^(state|dueAt|originalDueAt|handedInAt|answer[.]causes|reading|generation|deadlines|revision|extension)([.]|$)/;

/** What a step changed in a task, without what only machines read. */
export const taskChanges = (item: HistoryItem): readonly HistoryChange[] =>
  changesOf(item)
    .filter(({ field }) => !machine.test(field))
    .map((change) => (item.action === 'task.reported-done' ? asReport(change) : change));

/** What is handed in with a directive is a report, and no explanation. */
const asReport = (change: HistoryChange): HistoryChange =>
  change.field === 'answer.text' ? { ...change, field: 'answer.report' } : change;
