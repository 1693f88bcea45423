import type { DeadlineInput } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { actorName, UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { valueOrThrow } from '../../shared/index.js';
import { WorkflowEngine } from '../../workflow/index.js';
import { actOnTask, type TaskChanged, type TaskCommand } from '../act-on-task.js';
import { requestExtension, withdrawExtension } from '../domain/extension.js';
import { tellDeciders } from '../extension-notices.js';
import { holdTask, refuseOthers, stepOpen } from '../hold-task.js';
import { readNewDeadline } from '../new-deadline.js';
import { Extensions } from '../persistence/extensions.repository.js';

type Request = TaskCommand & { readonly deadline: DeadlineInput; readonly reason: string };

/**
 * The unit in charge asks for a later deadline while it works on the task, or takes its request back. The deadline
 * stays until the request is granted. Refused: others than that unit's people (FORBIDDEN), as holdTask and
 * requestExtension say.
 */
@Injectable()
export class RequestExtension {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly engine: WorkflowEngine,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  execute(command: Request, call: Call): Promise<TaskChanged> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, command));
  }

  withdraw(command: TaskCommand, call: Call): Promise<TaskChanged> {
    return this.unitOfWork.run(call, async (tx) => {
      refuseOthers(tx);
      const held = await holdTask(tx, command.id);
      const extension = stepOpen(held, (open) => withdrawExtension(open, tx.now));
      return actOnTask(tx, this.engine, command, {
        action: 'task.extension-withdrawn',
        change: () => tx.use(Extensions).save(extension),
      });
    });
  }

  private async step(tx: Transaction, command: Request): Promise<TaskChanged> {
    refuseOthers(tx);
    const { task, extensions, limits } = await holdTask(tx, command.id);
    const { due, change } = await readNewDeadline(tx, this.calendars, command.deadline);
    const extension = valueOrThrow(
      requestExtension(
        extensions,
        {
          id: tx.ids.next(),
          taskId: task.id,
          due,
          phrase: change.phrase ?? null,
          reason: command.reason,
          by: actorName(tx.actor),
        },
        limits,
      ),
    );
    const changed = await actOnTask(tx, this.engine, command, {
      action: 'task.extension-requested',
      reason: command.reason,
      change: () => tx.use(Extensions).save(extension),
    });
    await tellDeciders(tx, 'task.extension-requested', task, extension);
    return changed;
  }
}
