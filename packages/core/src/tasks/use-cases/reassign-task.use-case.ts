import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { notify } from '../../notices/index.js';
import { reaches, UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { dayAt, DomainError } from '../../shared/index.js';
import { WorkflowEngine } from '../../workflow/index.js';
import { actOnTask, getTask, refuseEnded, type TaskChanged, type TaskCommand } from '../act-on-task.js';
import { Tasks } from '../persistence/tasks.repository.js';

type Command = TaskCommand & { readonly unitId: string; readonly reason: string };

/**
 * At the operator's desk a task that does not move is given to another unit, with the reason; deadline and ladder stay.
 * Both units are told. Refused: a task that has ended, the same unit or one that coordinates already, a unit out of
 * reach or not there today.
 */
@Injectable()
export class ReassignTask {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly engine: WorkflowEngine,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  execute(command: Command, call: Call): Promise<TaskChanged> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, command));
  }

  private async step(tx: Transaction, command: Command): Promise<TaskChanged> {
    const { unitId, reason } = command;
    const task = await getTask(tx, command.id);
    await refuseEnded(tx, task);
    if (task.unitId === unitId) throw new DomainError('TASK_UNIT_SAME');
    if (task.coUnitIds.includes(unitId)) throw new DomainError('TASK_LEAD_IS_COORDINATOR');
    if (!reaches(tx.actor, unitId)) throw new DomainError('FORBIDDEN');
    const today = dayAt(tx.now, this.calendars.zone);
    const tasks = tx.use(Tasks);
    if (!(await tasks.unitsExist([unitId], today)))
      throw new DomainError('TASK_UNIT_UNKNOWN', { day: today });
    const changed = await actOnTask(tx, this.engine, command, {
      action: 'task.reassigned',
      reason,
      change: () => tasks.moveToUnit(task.id, unitId),
    });
    await notify(tx, [
      {
        to: { role: ['unit-leader', 'unit-officer'], unitIds: [task.unitId, unitId, ...task.coUnitIds] },
        kind: 'task.reassigned',
        params: {
          title: task.title,
          unit: await tasks.unitName(unitId, today),
          dueOn: task.dueOn ?? '–',
          reason,
        },
        link: `/tasks/${task.id}/show`,
      },
    ]);
    return changed;
  }
}
