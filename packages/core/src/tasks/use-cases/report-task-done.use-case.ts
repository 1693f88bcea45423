import { Injectable } from '@nestjs/common';
import { submitEvidence } from '../../evidence/index.js';
import { UnitOfWork, type Call } from '../../platform/index.js';
import { WorkflowEngine } from '../../workflow/index.js';
import { actOnTask, getTask, type TaskChanged, type TaskCommand } from '../act-on-task.js';
import { Rounds } from '../persistence/rounds.repository.js';
import { Tasks } from '../persistence/tasks.repository.js';

/** The unit reports a task done, saying what was done: this moment decides on time or late, others judge it. */
@Injectable()
export class ReportTaskDone {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly engine: WorkflowEngine,
  ) {}

  execute(command: TaskCommand & { readonly text: string }, call: Call): Promise<TaskChanged> {
    return this.unitOfWork.run(call, async (tx) => {
      const task = await getTask(tx, command.id);
      const answer = { causes: [], text: command.text, measures: '' };
      return actOnTask(tx, this.engine, command, {
        event: 'report-done',
        action: 'task.reported-done',
        change: async () => {
          await tx.use(Rounds).handIn(task, answer);
          await tx.use(Tasks).change(task, { answer, handedInAt: tx.now });
          await submitEvidence(tx, 'task', [task.id]);
        },
      });
    });
  }
}
