import { reaches, type Transaction } from '../platform/index.js';
import { DomainError } from '../shared/index.js';
import { Instances, procedureVersion, type Deadline } from '../workflow/index.js';
import type { TaskDeadline } from './domain/task-deadline.js';
import { Tasks } from './persistence/tasks.repository.js';

/**
 * The tasks that new ones are part of, by id, with their deadlines, kept from changing meanwhile. Refused: out of reach
 * (NOT_FOUND), one that has ended (NOT_ALLOWED_NOW).
 */
export async function parentsOf(
  tx: Transaction,
  news: readonly { readonly parentId?: string | null }[],
): Promise<ReadonlyMap<string, Deadline | null>> {
  const ids = [...new Set(news.flatMap(({ parentId }) => parentId ?? []))];
  if (ids.length === 0) return new Map();
  const instances = await tx.use(Instances).lock(ids);
  const parents = await tx.use(Tasks).list(ids);
  if (parents.length !== ids.length || parents.some(({ unitId }) => !reaches(tx.actor, unitId)))
    throw new DomainError('NOT_FOUND');
  for (const { state, procedureVersionId } of instances) {
    const { content } = await procedureVersion(tx, procedureVersionId);
    const at = content.states[state];
    if (at?.final === true) throw new DomainError('NOT_ALLOWED_NOW', { state: at.names });
  }
  return new Map(
    parents.map(({ id, dueOn, dueAt }) => [id, dueOn && dueAt ? { on: dueOn, at: dueAt } : null]),
  );
}

/** A part's deadline: its own, which TASK_LATER_THAN_PARENT refuses after the whole's, or else that of the whole. */
export function withinParent(deadline: TaskDeadline, parent: Deadline | null | undefined): TaskDeadline {
  if (!parent) return deadline;
  if (deadline.due === null) return deadline.recurrence === null ? { ...deadline, due: parent } : deadline;
  if (deadline.due.at > parent.at)
    throw new DomainError('TASK_LATER_THAN_PARENT', { dueOn: deadline.due.on, parentDueOn: parent.on });
  return deadline;
}
