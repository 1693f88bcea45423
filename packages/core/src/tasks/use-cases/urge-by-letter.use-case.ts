import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { notify } from '../../notices/index.js';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { dayAt, DomainError, type Day } from '../../shared/index.js';
import { WorkflowEngine } from '../../workflow/index.js';
import { actOnTask, getTask, refuseEnded, type TaskChanged, type TaskCommand } from '../act-on-task.js';
import { Tasks } from '../persistence/tasks.repository.js';

type Command = TaskCommand & {
  readonly documentNumber: string;
  readonly documentOn: string;
  readonly note?: string | undefined;
};

/**
 * Who assigned a task urges by a letter, whose number and day become a step of its ladder; the head of the unit is
 * told, by mail too. Refused: before the deadline has passed (TASK_NOT_OVERDUE), after the end, a letter of a day to
 * come.
 */
@Injectable()
export class UrgeByLetter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly engine: WorkflowEngine,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  execute(command: Command, call: Call): Promise<TaskChanged> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, command));
  }

  private async step(tx: Transaction, command: Command): Promise<TaskChanged> {
    const { documentNumber, documentOn, note } = command;
    const task = await getTask(tx, command.id);
    await refuseEnded(tx, task);
    if (documentOn > dayAt(tx.now, this.calendars.zone))
      throw new DomainError('TASK_DOCUMENT_IN_FUTURE', { documentOn });
    if (task.dueAt === null || task.dueOn === null || (task.handedInAt ?? tx.now) < task.dueAt)
      throw new DomainError('TASK_NOT_OVERDUE');
    const changed = await actOnTask(tx, this.engine, command, {
      action: 'task.urged-by-letter',
      reason: note,
      change: () =>
        tx
          .use(Tasks)
          .addSteps([
            { taskId: task.id, kind: 'urged-by-letter', onDay: documentOn as Day, documentNumber, note },
          ]),
    });
    await notify(tx, [
      {
        to: { role: 'unit-leader', unitIds: [task.unitId] },
        kind: 'task.urged-by-letter',
        params: { title: task.title, dueOn: task.dueOn, documentNumber, documentOn },
        link: `/tasks/${task.id}/show`,
      },
    ]);
    return changed;
  }
}
