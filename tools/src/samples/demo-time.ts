import type { INestApplicationContext } from '@nestjs/common';
import type { Call, Sql } from '@nhip/core/platform';
import { instant, type Instant } from '@nhip/core/shared';
import { stepDemoClock, sweepTimers } from '@nhip/core/workflow';
import { jobHandlers } from './job-handlers.js';
import { clockSql } from './sql.js';

const SWEPT_AT_ONCE = 2_000;

interface OutboxJob {
  readonly key: string;
  readonly administrationId: string;
  readonly name: string;
  readonly payload: unknown;
}

/** Lets demo time pass without worker or queue: the same sweeper, the same handlers, the same steps of the clock. */
export class DemoTime {
  private readonly sql: Sql;
  private readonly handlers: ReturnType<typeof jobHandlers>;

  constructor(context: INestApplicationContext) {
    this.sql = clockSql(context);
    this.handlers = jobHandlers(context);
  }

  /** Fires what is due and runs its jobs, until nothing is left. */
  async settle(): Promise<void> {
    for (;;) {
      while ((await sweepTimers(this.sql, SWEPT_AT_ONCE)) > 0);
      const jobs = await this.sql.rows<OutboxJob>(
        `select key, administration_id as "administrationId", name, payload from outbox
          where done_at is null and failed_at is null order by id`,
      );
      if (jobs.length === 0) return;
      for (const job of jobs) await this.run(job);
    }
  }

  /** One step towards the clock's target; false when it is there, or when something due is still to be done. */
  step(): Promise<boolean> {
    return stepDemoClock(this.sql);
  }

  private async run({ key, administrationId, name, payload }: OutboxJob): Promise<void> {
    const handler = this.handlers.get(name);
    if (handler === undefined) throw new Error(`Nobody can do the job "${key}".`);
    const call: Call = {
      actor: { kind: 'system', id: name, administrationId },
      now: await this.now(),
      job: { key },
    };
    await handler(payload, call);
  }

  private async now(): Promise<Instant> {
    const [row] = await this.sql.rows<{ now: Date }>('select business_now() as now');
    if (row === undefined) throw new Error('business_now() gave no row');
    return instant(row.now);
  }
}
