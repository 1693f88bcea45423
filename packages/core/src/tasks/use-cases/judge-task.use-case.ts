import type { DeadlineInput, RoundVerdict } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { WorkflowEngine } from '../../workflow/index.js';
import { actOnTask, getTask, type TaskChanged, type TaskCommand } from '../act-on-task.js';
import { checksAhead } from '../check-ahead.js';
import { newDeadline } from '../new-deadline.js';
import { Rounds } from '../persistence/rounds.repository.js';
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
 * The secretariat (of a requirement, the supervision's team) accepts what was handed in, accepts a part of it and says
 * what is left, or returns it with the reason; the last two, if wanted, with a new deadline. The owner of the task's
 * subject is told by the effects the task carries.
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

  acceptPart(command: ReturnRequest, call: Call): Promise<TaskChanged> {
    return this.unitOfWork.run(call, (tx) => this.acceptPartStep(tx, command));
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
      change: () => tx.use(Rounds).judge(command.id, 'accepted', command.reason),
    });
  }

  acceptPartStep(tx: Transaction, command: ReturnRequest): Promise<TaskChanged> {
    return this.giveBack(tx, command, 'accept-part', 'task.partly-done', 'partly-done');
  }

  returnStep(tx: Transaction, command: ReturnRequest): Promise<TaskChanged> {
    return this.giveBack(tx, command, 'return', 'task.returned', 'returned');
  }

  private async giveBack(
    tx: Transaction,
    command: ReturnRequest,
    event: string,
    action: string,
    verdict: RoundVerdict,
  ): Promise<TaskChanged> {
    const task = await getTask(tx, command.id);
    const moved = command.deadline && (await newDeadline(tx, this.calendars, command.deadline, task));
    const ahead = await checksAhead(tx, this.calendars, task);
    const deadlines = { ...(moved && { due: moved.due }), ...(ahead && { check: ahead.check }) };
    return actOnTask(tx, this.engine, command, {
      event,
      action,
      reason: command.reason,
      params: { reason: command.reason },
      change: async () => {
        await tx.use(Rounds).judge(task.id, verdict, command.reason);
        await tx.use(Tasks).change(task, { handedInAt: null, ...moved?.change, ...ahead?.change });
      },
      ...((moved ?? ahead) && { deadlines: new Map([[task.id, deadlines]]) }),
    });
  }
}
