import type { TaskAnswer } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call } from '../../platform/index.js';
import { WorkflowEngine } from '../../workflow/index.js';
import { actOnTask, getTask, type TaskChanged, type TaskCommand } from '../act-on-task.js';
import { checkAnswer } from '../check-answer.js';
import { Tasks } from '../persistence/tasks.repository.js';

/** An officer of the unit writes the explanation and puts it to the head. Refused as checkAnswer says. */
@Injectable()
export class PrepareAnswer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly engine: WorkflowEngine,
  ) {}

  execute(command: TaskCommand & { readonly answer: TaskAnswer }, call: Call): Promise<TaskChanged> {
    return this.unitOfWork.run(call, async (tx) => {
      const task = await getTask(tx, command.id);
      await checkAnswer(tx, command.answer);
      return actOnTask(tx, this.engine, command, {
        event: 'prepare',
        action: 'task.answer-prepared',
        change: () => tx.use(Tasks).change(task, { answer: command.answer }),
      });
    });
  }
}
