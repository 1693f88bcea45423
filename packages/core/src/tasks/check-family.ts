import type { Transaction } from '../platform/index.js';
import { DomainError } from '../shared/index.js';
import type { Deadline } from '../workflow/index.js';
import type { Task } from './persistence/tasks.repository.js';
import { ENDED, taskTables } from './queries/task-row.js';

/** The deadline of the task this one is part of, kept from moving until this transaction ends; null without one. */
export async function parentDue(
  tx: Transaction,
  { parentId }: Pick<Task, 'parentId'>,
): Promise<Deadline | null> {
  if (parentId === null) return null;
  const [parent] = await tx.rows<Pick<Task, 'dueOn' | 'dueAt'>>(
    `select due_on as "dueOn", due_at as "dueAt" from task where administration_id = $1 and id = $2 for update`,
    [tx.administrationId, parentId],
  );
  return parent?.dueOn && parent.dueAt ? { on: parent.dueOn, at: parent.dueAt } : null;
}

/**
 * Refuses a deadline after that of the task it is part of (TASK_LATER_THAN_PARENT), or before that of an open part of
 * it (TASK_BEFORE_CHILD); both name both days. Locks upwards only, so that no two changes wait for each other.
 */
export async function checkFamily(
  tx: Transaction,
  task: Pick<Task, 'id' | 'parentId'>,
  due: Deadline,
): Promise<void> {
  await tx.rows('select from task where administration_id = $1 and id = $2 for update', [
    tx.administrationId,
    task.id,
  ]);
  const [later] = await tx.rows<{ title: string; dueOn: string }>(
    `select t.title, t.due_on as "dueOn" from ${taskTables}
      where t.administration_id = $1 and t.parent_id = $2 and t.due_at > $3 and not ${ENDED}
      order by t.due_at desc limit 1`,
    [tx.administrationId, task.id, due.at],
  );
  if (later !== undefined)
    throw new DomainError('TASK_BEFORE_CHILD', {
      dueOn: due.on,
      childDueOn: later.dueOn,
      child: later.title,
    });
  const parent = await parentDue(tx, task);
  if (parent !== null && due.at > parent.at)
    throw new DomainError('TASK_LATER_THAN_PARENT', { dueOn: due.on, parentDueOn: parent.on });
}
