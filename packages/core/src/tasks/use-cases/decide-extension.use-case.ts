import type { DecideExtension as Decision } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { actorName, UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { DomainError, dueAtOf } from '../../shared/index.js';
import { WorkflowEngine } from '../../workflow/index.js';
import { actOnTask, type TaskChanged, type TaskCommand } from '../act-on-task.js';
import { decideExtension, type Extension } from '../domain/extension.js';
import { tellUnit } from '../extension-notices.js';
import { grantedChange } from '../grant-extension.js';
import { holdTask, stepOpen } from '../hold-task.js';
import { readNewDeadline } from '../new-deadline.js';
import { Extensions } from '../persistence/extensions.repository.js';

const actions = {
  approve: 'task.extension-approved',
  reject: 'task.extension-rejected',
  counter: 'task.extension-countered',
} as const;

/**
 * Those who assigned a task (of a requirement, its team) approve a request for more time, reject it with the reason, or
 * offer another day. Only an approval moves the deadline at once; the original one stays beside it. Refused: other
 * roles (FORBIDDEN), as holdTask and decideExtension say: never by whoever asked.
 */
@Injectable()
export class DecideExtension {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly engine: WorkflowEngine,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  execute(command: TaskCommand & Decision, call: Call): Promise<TaskChanged> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, command));
  }

  async step(tx: Transaction, command: TaskCommand & Decision): Promise<TaskChanged> {
    const held = await holdTask(tx, command.id);
    const { task, limits } = held;
    const deciders = task.kind === 'requirement' ? ['auditor'] : ['committee', 'secretariat'];
    if (tx.actor.kind === 'user' && !deciders.includes(tx.actor.role)) throw new DomainError('FORBIDDEN');
    const offered =
      command.verdict === 'counter' ? await readNewDeadline(tx, this.calendars, command.deadline) : undefined;
    const askedDue = ({ askedDueOn }: Extension) => ({
      on: askedDueOn,
      at: dueAtOf(askedDueOn, this.calendars.zone),
    });
    const extension = stepOpen(held, (open) =>
      decideExtension(
        open,
        command.verdict === 'approve'
          ? { verdict: 'approve', reason: command.reason ?? null, due: askedDue(open) }
          : command.verdict === 'counter' && offered !== undefined
            ? { verdict: 'counter', reason: command.reason, due: offered.due }
            : { verdict: 'reject', reason: command.reason ?? '' },
        actorName(tx.actor),
        limits,
      ),
    );
    const granted =
      extension.state === 'approved' ? grantedChange(task, askedDue(extension), extension) : undefined;
    const changed = await actOnTask(tx, this.engine, command, {
      action: actions[command.verdict],
      reason: command.reason,
      change: async () => {
        await tx.use(Extensions).save(extension);
        await granted?.change(tx);
      },
      ...(granted && { deadlines: granted.deadlines }),
    });
    await tellUnit(tx, task, extension);
    return changed;
  }
}
