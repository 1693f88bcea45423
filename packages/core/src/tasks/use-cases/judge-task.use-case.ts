import type { DeadlineInput } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { WorkflowEngine } from '../../workflow/index.js';
import { actOnTask, getTask, type TaskChanged, type TaskCommand } from '../act-on-task.js';
import { newDeadline } from '../new-deadline.js';
import { Tasks } from '../persistence/tasks.repository.js';

export interface AcceptRequest extends TaskCommand {
  readonly reason?: string | undefined;
}
export interface ReturnRequest extends TaskCommand {
  readonly reason: string;
  /** Time to do it again; the deadline stays where none is given. */
  readonly deadline?: DeadlineInput | undefined;
}

/**
 * The secretariat (of a requirement, the supervision's team) accepts what was handed in, or returns it with the reason
 * and, if wanted, a new deadline. The owner of the task's subject is told by the effects the task carries.
 */
@Injectable()
export class JudgeTask {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly engine: WorkflowEngine,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  accept(command: AcceptRequest, call: Call): Promise<TaskChanged> {
    return this.unitOfWork.run(call, (tx) => this.acceptStep(tx, command));
  }

  return(command: ReturnRequest, call: Call): Promise<TaskChanged> {
    return this.unitOfWork.run(call, (tx) => this.returnStep(tx, command));
  }

  async acceptStep(tx: Transaction, command: AcceptRequest): Promise<TaskChanged> {
    await getTask(tx, command.id);
    return actOnTask(tx, this.engine, command, {
      event: 'accept',
      action: 'task.accepted',
      reason: command.reason,
    });
  }

  async returnStep(tx: Transaction, command: ReturnRequest): Promise<TaskChanged> {
    const task = await getTask(tx, command.id);
    const moved = command.deadline && (await newDeadline(tx, this.calendars, command.deadline));
    return actOnTask(tx, this.engine, command, {
      event: 'return',
      action: 'task.returned',
      reason: command.reason,
      params: { reason: command.reason },
      change: () => tx.use(Tasks).change(task, { handedInAt: null, ...moved?.change }),
      ...(moved && { deadlines: new Map([[task.id, { due: moved.due }]]) }),
    });
  }
}
