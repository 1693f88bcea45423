import { Injectable } from '@nestjs/common';
import { reaches, UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { DomainError, type Day } from '../../shared/index.js';
import { WorkflowEngine } from '../../workflow/index.js';
import { actOnTask, refuseEnded, type TaskChanged, type TaskCommand } from '../act-on-task.js';
import { Tasks } from '../persistence/tasks.repository.js';

type Command = TaskCommand & { readonly text: string; readonly checkOn?: string | undefined };

/**
 * The lead unit or one that coordinates notes how far it is; with recurring work, for which check. A note is written
 * once and stays. Refused on a task that has ended, a check of work that does not recur
 * (TASK_NOT_RECURRING), and a day that is no check of it (TASK_CHECK_UNKNOWN).
 */
@Injectable()
export class NoteTask {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly engine: WorkflowEngine,
  ) {}

  execute(command: Command, call: Call): Promise<TaskChanged> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, command));
  }

  private async step(tx: Transaction, command: Command): Promise<TaskChanged> {
    const tasks = tx.use(Tasks);
    const [task] = await tasks.list([command.id]);
    if (task === undefined || ![task.unitId, ...task.coUnitIds].some((id) => reaches(tx.actor, id)))
      throw new DomainError('NOT_FOUND');
    await refuseEnded(tx, task);
    const checkOn = (command.checkOn ?? null) as Day | null;
    if (checkOn !== null && task.recurrence === null) throw new DomainError('TASK_NOT_RECURRING');
    if (checkOn !== null && checkOn !== task.nextCheckOn && !(await tasks.hadCheck(task.id, checkOn)))
      throw new DomainError('TASK_CHECK_UNKNOWN', { checkOn });
    return actOnTask(tx, this.engine, command, {
      action: 'task.noted',
      reason: command.text,
      change: () => tasks.addNote({ id: tx.ids.next(), taskId: task.id, text: command.text, checkOn }),
    });
  }
}
