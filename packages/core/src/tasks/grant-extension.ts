import type { Transaction } from '../platform/index.js';
import type { Deadline, Deadlines } from '../workflow/index.js';
import type { Extension } from './domain/extension.js';
import { Tasks, type Task } from './persistence/tasks.repository.js';

/**
 * What granting a request changes: the present deadline. The words of the document stay; beside them stands that the
 * day is another, so that a changed calendar leaves it alone.
 */
export function grantedChange(
  task: Task,
  due: Deadline,
  { reason }: Pick<Extension, 'reason'>,
): { change: (tx: Transaction) => Promise<void>; deadlines: ReadonlyMap<string, Deadlines> } {
  const reading = task.reading && { ...task.reading, override: { dueOn: due.on, reason } };
  return {
    change: (tx) => tx.use(Tasks).change(task, { dueOn: due.on, dueAt: due.at, reading }),
    deadlines: new Map([[task.id, { due }]]),
  };
}
