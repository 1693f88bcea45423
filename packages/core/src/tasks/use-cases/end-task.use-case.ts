import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { WorkflowEngine } from '../../workflow/index.js';
import { actOnTask, getTask, type TaskChanged, type TaskCommand } from '../act-on-task.js';

const actions = {
  suspend: 'task.suspended',
  resume: 'task.resumed',
  cancel: 'task.cancelled',
  withdraw: 'task.withdrawn',
  'close-unanswered': 'task.closed-unanswered',
} as const;

export interface EndRequest extends TaskCommand {
  readonly event: keyof typeof actions;
  readonly reason?: string | undefined;
}

/** Those who assigned a task suspend or resume it, cancel or withdraw it, or close it as unanswered; with the reason. */
@Injectable()
export class EndTask {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly engine: WorkflowEngine,
  ) {}

  execute(command: EndRequest, call: Call): Promise<TaskChanged> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, command));
  }

  async step(tx: Transaction, command: EndRequest): Promise<TaskChanged> {
    await getTask(tx, command.id);
    return actOnTask(tx, this.engine, command, {
      event: command.event,
      action: actions[command.event],
      reason: command.reason,
      params: { reason: command.reason ?? '' },
    });
  }
}
