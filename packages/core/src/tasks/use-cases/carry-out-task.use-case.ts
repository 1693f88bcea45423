import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call } from '../../platform/index.js';
import { WorkflowEngine } from '../../workflow/index.js';
import { actOnTask, getTask, type TaskChanged, type TaskCommand } from '../act-on-task.js';

const actions = { receive: 'task.received', start: 'task.started' } as const;

/** The unit receives a task it was given, or begins it. */
@Injectable()
export class CarryOutTask {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly engine: WorkflowEngine,
  ) {}

  execute(command: TaskCommand & { readonly event: keyof typeof actions }, call: Call): Promise<TaskChanged> {
    return this.unitOfWork.run(call, async (tx) => {
      await getTask(tx, command.id);
      return actOnTask(tx, this.engine, command, { event: command.event, action: actions[command.event] });
    });
  }
}
