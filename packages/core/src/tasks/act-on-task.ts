import { reaches, type Transaction } from '../platform/index.js';
import { DomainError } from '../shared/index.js';
import { procedureVersion, type ActRequest, type Instance, type WorkflowEngine } from '../workflow/index.js';
import { Tasks, type Task } from './persistence/tasks.repository.js';

/** What every command on one task carries: which, and at which revision its sender saw it. */
export interface TaskCommand {
  readonly id: string;
  readonly revision?: number | undefined;
}

export interface TaskChanged {
  readonly revision: number;
}

/** A task within the actor's reach; NOT_FOUND for those of other units. */
export async function getTask(tx: Transaction, id: string): Promise<Task> {
  const [task] = await tx.use(Tasks).list([id]);
  if (task === undefined || !reaches(tx.actor, task.unitId)) throw new DomainError('NOT_FOUND');
  return task;
}

/** One event or change of one task. Who may send it, and when, says the task's procedure. */
export async function actOnTask(
  tx: Transaction,
  engine: WorkflowEngine,
  { id, revision }: TaskCommand,
  request: Omit<ActRequest, 'ids' | 'revision'>,
): Promise<TaskChanged> {
  const [after] = await engine.act(tx, { ...request, ids: [id], revision });
  return { revision: after?.revision ?? 0 };
}

/** Refuses a change without an event on a task that has ended: the procedure is not asked about those. */
export async function refuseEnded(tx: Transaction, task: Task): Promise<void> {
  const [instance] = await tx.rows<Pick<Instance, 'state' | 'procedureVersionId'>>(
    `select state, procedure_version_id as "procedureVersionId" from procedure_instance
      where administration_id = $1 and id = $2 for update`,
    [tx.administrationId, task.id],
  );
  if (instance === undefined) throw new DomainError('NOT_FOUND');
  const { content } = await procedureVersion(tx, instance.procedureVersionId);
  const state = content.states[instance.state];
  if (state?.final === true) throw new DomainError('NOT_ALLOWED_NOW', { state: state.names });
}
