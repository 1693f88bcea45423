import type { DeadlineInput } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { notify } from '../../notices/index.js';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { WorkflowEngine } from '../../workflow/index.js';
import { actOnTask, getTask, refuseEnded, type TaskChanged, type TaskCommand } from '../act-on-task.js';
import { newDeadline } from '../new-deadline.js';
import { isOpen } from '../domain/extension.js';
import { Extensions } from '../persistence/extensions.repository.js';
import { Tasks, type Task } from '../persistence/tasks.repository.js';

type Command = TaskCommand & { readonly deadline: DeadlineInput; readonly reason: string };

/**
 * Committee and secretariat give a task another deadline, with the reason; the original one stays beside it and
 * reminders are planned anew. Refused: a task that has ended, a requirement of a supervision (its team's to move), one
 * whose unit waits for the answer to a request for more time (EXTENSION_WAITS), and as newDeadline says.
 */
@Injectable()
export class MoveTaskDeadline {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly engine: WorkflowEngine,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  execute(command: Command, call: Call): Promise<TaskChanged> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, command));
  }

  async step(tx: Transaction, command: Command): Promise<TaskChanged> {
    const task = await getTask(tx, command.id);
    await refuseEnded(tx, task);
    const isTeams = task.kind === 'requirement';
    if (tx.actor.kind === 'user' && isTeams !== (tx.actor.role === 'auditor'))
      throw new DomainError('FORBIDDEN');
    await refuseWhileAsked(tx, task);
    const { due, change } = await newDeadline(tx, this.calendars, command.deadline, task);
    const changed = await actOnTask(tx, this.engine, command, {
      action: 'task.deadline-moved',
      reason: command.reason,
      change: () => tx.use(Tasks).change(task, change),
      deadlines: new Map([[task.id, { due }]]),
    });
    await notify(tx, [
      {
        to: { role: ['unit-leader', 'unit-officer'], unitIds: [task.unitId, ...task.coUnitIds] },
        kind: 'task.deadline-moved',
        params: { title: task.title, dueOn: due.on, earlier: task.dueOn ?? '–', reason: command.reason },
        link: `/tasks/${task.id}/show`,
      },
    ]);
    return changed;
  }
}

async function refuseWhileAsked(tx: Transaction, { id }: Task): Promise<void> {
  const open = (await tx.use(Extensions).list([id])).find(isOpen);
  if (open !== undefined) throw new DomainError('EXTENSION_WAITS', { askedDueOn: open.askedDueOn });
}
