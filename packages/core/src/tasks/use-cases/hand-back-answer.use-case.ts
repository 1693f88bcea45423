import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call } from '../../platform/index.js';
import { WorkflowEngine } from '../../workflow/index.js';
import { actOnTask, getTask, type TaskChanged, type TaskCommand } from '../act-on-task.js';

/** The head of the unit gives a prepared explanation back to the officer, with the reason. */
@Injectable()
export class HandBackAnswer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly engine: WorkflowEngine,
  ) {}

  execute(command: TaskCommand & { readonly reason: string }, call: Call): Promise<TaskChanged> {
    return this.unitOfWork.run(call, async (tx) => {
      await getTask(tx, command.id);
      return actOnTask(tx, this.engine, command, {
        event: 'hand-back',
        action: 'task.answer-handed-back',
        reason: command.reason,
        params: { reason: command.reason },
      });
    });
  }
}
