import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { notify } from '../../notices/index.js';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { CheckMonth } from '../check-month.js';
import { Schedules, type Schedule } from '../persistence/schedules.repository.js';
import type { RunResult } from '../run-result.js';
import { StartScheduledCycle } from '../start-scheduled-cycle.js';
import { QueueDigests } from '../queue-digests.js';

/**
 * System: does what a schedule is for, for one period. The commands it sends carry keys made of schedule and period, so
 * that whatever dies in between, a repetition goes on where it stood. A refusal ends the run as failed, with its reason,
 * at the operator's desk and in a notice; anything else is tried again by the outbox.
 */
@Injectable()
export class RunSchedule {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly startCycle: StartScheduledCycle,
    private readonly checkMonth: CheckMonth,
    private readonly digests: QueueDigests,
  ) {}

  async execute(
    { scheduleId, periodKey }: { readonly scheduleId: string; readonly periodKey: string },
    call: Call,
  ): Promise<void> {
    const { actor, now } = call;
    const schedule = await this.unitOfWork.run({ actor, now }, (tx) => waiting(tx, scheduleId, periodKey));
    if (schedule === undefined) return this.unitOfWork.run(call, async () => undefined);
    try {
      const started =
        schedule.startCycle === null
          ? undefined
          : await this.startCycle.start(
              schedule.startCycle,
              periodKey,
              call,
              commandId(scheduleId, periodKey),
            );
      await this.unitOfWork.run(
        call,
        async (tx) => {
          const result = started ?? (await this.work(tx, schedule, periodKey));
          await tx.use(Schedules).endRun(scheduleId, periodKey, 'done', { result });
        },
        { long: true },
      );
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await this.fail(schedule, periodKey, error, call);
    }
  }

  private work(tx: Transaction, schedule: Schedule, periodKey: string): Promise<RunResult> {
    return schedule.kind === 'digest' ? this.digests.queue(tx, periodKey) : this.checkMonth.tell(tx);
  }

  private fail(schedule: Schedule, periodKey: string, error: DomainError, call: Call): Promise<void> {
    return this.unitOfWork.run(call, async (tx) => {
      const { code, params } = error;
      await tx.use(Schedules).endRun(schedule.id, periodKey, 'failed', { error: { code, params } });
      await notify(tx, [
        {
          to: { role: ['administrator', 'secretariat'] },
          kind: 'schedule.failed',
          params: { name: schedule.names.vi, period: periodKey },
          link: '/operations/schedules',
        },
      ]);
    });
  }
}

/** The schedule, where its run of the period still waits to be done. */
async function waiting(tx: Transaction, id: string, periodKey: string): Promise<Schedule | undefined> {
  const schedules = tx.use(Schedules);
  const schedule = await schedules.getForUpdate(id);
  const run = await schedules.runForUpdate(id, periodKey);
  return run?.outcome === 'waiting' ? schedule : undefined;
}

/** One for a schedule and a period, for ever: a command under it is done once. */
const commandId = (scheduleId: string, periodKey: string): string =>
  `schedule-${createHash('sha256').update(`${scheduleId}/${periodKey}`).digest('hex')}`;
