import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call } from '../../platform/index.js';
import { WorkflowEngine } from '../../workflow/index.js';
import { actOnTask, getTask, type TaskChanged, type TaskCommand } from '../act-on-task.js';

const actions = {
  suspend: 'task.suspended',
  resume: 'task.resumed',
  cancel: 'task.cancelled',
  withdraw: 'task.withdrawn',
  'close-unanswered': 'task.closed-unanswered',
} as const;

/** Those who assigned a task suspend or resume it, cancel or withdraw it, or close it as unanswered; with the reason. */
@Injectable()
export class EndTask {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly engine: WorkflowEngine,
  ) {}

  execute(
    command: TaskCommand & { readonly event: keyof typeof actions; readonly reason?: string | undefined },
    call: Call,
  ): Promise<TaskChanged> {
    return this.unitOfWork.run(call, async (tx) => {
      await getTask(tx, command.id);
      return actOnTask(tx, this.engine, command, {
        event: command.event,
        action: actions[command.event],
        reason: command.reason,
        params: { reason: command.reason ?? '' },
      });
    });
  }
}
