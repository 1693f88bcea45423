import type { Transaction } from '../platform/index.js';
import { Tasks, type Task } from './persistence/tasks.repository.js';

/** History of a cycle's task goes to the unit's part of the cycle; that of the others to the feature's own stream. */
const streamOf = ({ cycleId, unitId }: Task): string =>
  cycleId === null ? 'tasks' : `cycle/${cycleId}/${unitId}`;

/** The whole record of a task as history keeps it. */
export async function describeTasks(tx: Transaction, ids: readonly string[]) {
  const tasks = await tx.use(Tasks).list(ids);
  return new Map(tasks.map((task) => [task.id, { stream: streamOf(task), record: task }]));
}
