import type { Transaction } from '../platform/index.js';
import { Extensions } from './persistence/extensions.repository.js';
import { Tasks, type Task } from './persistence/tasks.repository.js';

/** History of a cycle's task goes to the unit's part of the cycle; that of the others to the feature's own stream. */
const streamOf = ({ cycleId, unitId }: Task): string =>
  cycleId === null ? 'tasks' : `cycle/${cycleId}/${unitId}`;

/** The whole record of a task as history keeps it, with its last request for more time where there is one. */
export async function describeTasks(tx: Transaction, ids: readonly string[]) {
  const tasks = await tx.use(Tasks).list(ids);
  const last = new Map((await tx.use(Extensions).list(ids)).map((one) => [one.taskId, one]));
  return new Map(
    tasks.map((task) => {
      const extension = last.get(task.id);
      return [task.id, { stream: streamOf(task), record: { ...task, ...(extension && { extension }) } }];
    }),
  );
}
