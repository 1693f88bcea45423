import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { actorName, UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { dueAtOf } from '../../shared/index.js';
import { WorkflowEngine } from '../../workflow/index.js';
import { actOnTask, type TaskChanged, type TaskCommand } from '../act-on-task.js';
import { answerOffer } from '../domain/extension.js';
import { tellDeciders } from '../extension-notices.js';
import { grantedChange } from '../grant-extension.js';
import { holdTask, refuseOthers, stepOpen } from '../hold-task.js';
import { Extensions } from '../persistence/extensions.repository.js';

type Command = TaskCommand & { readonly accepts: boolean; readonly reason?: string | undefined };

/**
 * The unit takes the other day it was offered, which moves the deadline, or declines it, which leaves the deadline as
 * it was. Refused as holdTask and answerOffer say.
 */
@Injectable()
export class AnswerExtensionOffer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly engine: WorkflowEngine,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  execute(command: Command, call: Call): Promise<TaskChanged> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, command));
  }

  private async step(tx: Transaction, command: Command): Promise<TaskChanged> {
    refuseOthers(tx);
    const { accepts, reason = null } = command;
    const held = await holdTask(tx, command.id);
    const { task, limits } = held;
    const extension = stepOpen(held, (open) => {
      const on = open.counteredDueOn ?? open.askedDueOn;
      const due = { on, at: dueAtOf(on, this.calendars.zone) };
      return answerOffer(open, { accepts, reason, due, by: actorName(tx.actor) }, limits);
    });
    const on = extension.counteredDueOn ?? extension.askedDueOn;
    const granted = accepts
      ? grantedChange(task, { on, at: dueAtOf(on, this.calendars.zone) }, extension)
      : undefined;
    const changed = await actOnTask(tx, this.engine, command, {
      action: accepts ? 'task.extension-accepted' : 'task.extension-declined',
      reason: command.reason,
      change: async () => {
        await tx.use(Extensions).save(extension);
        await granted?.change(tx);
      },
      ...(granted && { deadlines: granted.deadlines }),
    });
    await tellDeciders(tx, accepts ? 'task.extension-accepted' : 'task.extension-declined', task, extension);
    return changed;
  }
}
