import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { WorkflowEngine } from '../../workflow/index.js';
import { actOnTask, getTask, type TaskChanged, type TaskCommand } from '../act-on-task.js';
import { checksAhead } from '../check-ahead.js';
import { Tasks } from '../persistence/tasks.repository.js';

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
  /** From the operator's desk, by somebody to whom the procedure does not offer it. */
  readonly operator?: boolean | undefined;
}

/** Those who assigned a task suspend or resume it, cancel or withdraw it, or close it as unanswered; with the reason. */
@Injectable()
export class EndTask {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly engine: WorkflowEngine,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  execute(command: EndRequest, call: Call): Promise<TaskChanged> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, command));
  }

  async step(tx: Transaction, command: EndRequest): Promise<TaskChanged> {
    const task = await getTask(tx, command.id);
    // Checks that came while the task stood still have no timer any more.
    const ahead = command.event === 'resume' ? await checksAhead(tx, this.calendars, task) : undefined;
    return actOnTask(tx, this.engine, command, {
      event: command.event,
      action: actions[command.event],
      reason: command.reason,
      operator: command.operator,
      params: { reason: command.reason ?? '' },
      ...(ahead && {
        deadlines: new Map([[task.id, { check: ahead.check }]]),
        change: () => tx.use(Tasks).change(task, ahead.change),
      }),
    });
  }
}
