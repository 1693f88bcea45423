import { Injectable } from '@nestjs/common';
import { job } from '../../jobs/index.js';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { runSchedule } from '../jobs.js';
import { Schedules, type Schedule } from '../persistence/schedules.repository.js';
import { scheduleEntry } from '../schedule-history.js';

interface Target {
  readonly id: string;
  readonly periodKey: string;
  readonly reason: string;
}

/** An operator has a failed run of a schedule tried once more, or passes it over; with a reason. */
@Injectable()
export class SettleRun {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  retry(target: Target, call: Call): Promise<{ revision: number }> {
    return this.settle(target, call, 'schedule.run-retried', async (tx, { id, periodKey }) => {
      const attempt = await tx.use(Schedules).repeatRun(id, periodKey);
      tx.enqueue([job(runSchedule, `${id}/${periodKey}/${attempt}`, { scheduleId: id, periodKey })]);
    });
  }

  skip(target: Target, call: Call): Promise<{ revision: number }> {
    return this.settle(target, call, 'schedule.run-skipped', (tx, { id, periodKey }) =>
      tx.use(Schedules).endRun(id, periodKey, 'passed-over', {}),
    );
  }

  private settle(
    target: Target,
    call: Call,
    action: string,
    step: (tx: Transaction, target: Target) => Promise<void>,
  ): Promise<{ revision: number }> {
    return this.unitOfWork.run(call, async (tx) => {
      const schedules = tx.use(Schedules);
      const schedule = await schedules.getForUpdate(target.id);
      const run = await schedules.runForUpdate(target.id, target.periodKey);
      if (run?.outcome !== 'failed') throw new DomainError('SCHEDULE_RUN_NOT_FAILED');
      await step(tx, target);
      const next: Schedule = { ...schedule, revision: schedule.revision + 1 };
      await schedules.save(next);
      const { periodKey, reason } = target;
      tx.history([scheduleEntry(next, action, { reason, more: { periodKey } })]);
      return { revision: next.revision };
    });
  }
}
