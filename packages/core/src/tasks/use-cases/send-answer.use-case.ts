import type { TaskAnswer } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { submitEvidence } from '../../evidence/index.js';
import { UnitOfWork, type Call } from '../../platform/index.js';
import { WorkflowEngine } from '../../workflow/index.js';
import { actOnTask, getTask, type TaskChanged, type TaskCommand } from '../act-on-task.js';
import { checkAnswer } from '../check-answer.js';
import { Rounds } from '../persistence/rounds.repository.js';
import { Tasks } from '../persistence/tasks.repository.js';

/**
 * The head of the unit approves the explanation, as prepared or with the changes given, and sends it: from now on the
 * secretariat judges it, and this moment decides on time or late. Refused as checkAnswer says.
 */
@Injectable()
export class SendAnswer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly engine: WorkflowEngine,
  ) {}

  execute(
    command: TaskCommand & { readonly answer?: TaskAnswer | undefined },
    call: Call,
  ): Promise<TaskChanged> {
    return this.unitOfWork.run(call, async (tx) => {
      const task = await getTask(tx, command.id);
      const answer = await checkAnswer(tx, command.answer ?? task.answer);
      return actOnTask(tx, this.engine, command, {
        event: 'send',
        action: 'task.answered',
        change: async () => {
          await tx.use(Rounds).handIn(task, answer);
          await tx.use(Tasks).change(task, { answer, handedInAt: tx.now });
          await submitEvidence(tx, 'task', [task.id]);
        },
      });
    });
  }
}
