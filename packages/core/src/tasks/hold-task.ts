import { reaches, type Transaction } from '../platform/index.js';
import { DomainError, valueOrThrow, type Outcome } from '../shared/index.js';
import { Instances, procedureVersion } from '../workflow/index.js';
import { parentDue } from './check-family.js';
import { isOpen, type Extension, type Limits } from './domain/extension.js';
import { unitsTurn } from './domain/units-turn.js';
import { Extensions } from './persistence/extensions.repository.js';
import { Tasks, type Task } from './persistence/tasks.repository.js';

export interface HeldTask {
  readonly task: Task;
  readonly extensions: readonly Extension[];
  readonly limits: Limits;
}

/**
 * A task with its requests for more time, locked for a command about them. Refused: out of reach (NOT_FOUND), not being
 * worked on (NOT_ALLOWED_NOW), without a deadline (EXTENSION_WITHOUT_DEADLINE).
 */
export async function holdTask(tx: Transaction, id: string): Promise<HeldTask> {
  const [instance] = await tx.use(Instances).lock([id]);
  const [task] = await tx.use(Tasks).list([id]);
  if (instance === undefined || task === undefined || !reaches(tx.actor, task.unitId))
    throw new DomainError('NOT_FOUND');
  const { content } = await procedureVersion(tx, instance.procedureVersionId);
  if (!unitsTurn(content, instance.state))
    throw new DomainError('NOT_ALLOWED_NOW', {
      state: content.states[instance.state]?.names ?? instance.state,
    });
  if (task.dueOn === null || task.dueAt === null) throw new DomainError('EXTENSION_WITHOUT_DEADLINE');
  return {
    task,
    extensions: await tx.use(Extensions).list([id]),
    limits: {
      due: { on: task.dueOn, at: task.dueAt },
      parentDue: await parentDue(tx, task),
      now: tx.now,
    },
  };
}

/** The request that waits, stepped on; EXTENSION_SETTLED where none does. */
export function stepOpen({ extensions }: HeldTask, step: (open: Extension) => Outcome<Extension>): Extension {
  const open = extensions.find(isOpen);
  if (open === undefined) throw new DomainError('EXTENSION_SETTLED');
  return valueOrThrow(step(open));
}

/** Only the main executor asks for more time and answers; whoever assigned the task moves its deadline instead. */
export function refuseOthers({ actor }: Transaction): void {
  if (actor.kind === 'user' && actor.role !== 'unit-officer' && actor.role !== 'unit-leader')
    throw new DomainError('FORBIDDEN');
}
