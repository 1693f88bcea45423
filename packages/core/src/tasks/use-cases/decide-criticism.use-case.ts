import type { CriticiseTasks } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { dayAt, DomainError } from '../../shared/index.js';
import { WorkflowEngine } from '../../workflow/index.js';

/**
 * The committee decides on tasks marked for criticism, all of them or none: criticised by a document with number and
 * day, or spared with a reason. Refused: a task that is not marked (GUARD_FAILED), a document of a day to come.
 */
@Injectable()
export class DecideCriticism {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly engine: WorkflowEngine,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  criticise(command: CriticiseTasks, call: Call): Promise<{ tasks: number }> {
    return this.unitOfWork.run(call, (tx) => this.criticiseStep(tx, command));
  }

  spare(
    command: { readonly ids: readonly string[]; readonly reason: string },
    call: Call,
  ): Promise<{ tasks: number }> {
    return this.unitOfWork.run(call, async (tx) => {
      const { ids, reason } = command;
      const spared = await this.engine.act(tx, {
        ids: [...new Set(ids)],
        event: 'spare',
        action: 'task.spared',
        reason,
        params: { reason },
      });
      return { tasks: spared.length };
    });
  }

  private async criticiseStep(
    tx: Transaction,
    { ids, documentNumber, documentOn, note }: CriticiseTasks,
  ): Promise<{ tasks: number }> {
    if (documentOn > dayAt(tx.now, this.calendars.zone))
      throw new DomainError('TASK_DOCUMENT_IN_FUTURE', { documentOn });
    const criticised = await this.engine.act(tx, {
      ids: [...new Set(ids)],
      event: 'criticise',
      action: 'task.criticised',
      reason: note,
      params: { documentNumber, documentOn, ...(note !== undefined && { note }) },
    });
    return { tasks: criticised.length };
  }
}
