import { Inject, Injectable } from '@nestjs/common';
import { noteFailure, type JobEnvelope } from '@nhip/core/jobs';
import { Clock, type Sql } from '@nhip/core/platform';
import { DomainError } from '@nhip/core/shared';
import type { Job } from 'bullmq';
import type { Logger } from 'pino';
import { LOG } from '../log.js';
import { Handlers } from './handlers.js';
import { LOOP_SQL } from './tokens.js';

/** What the relay puts into the queue. */
export interface SentJob extends JobEnvelope {
  /** How often it was sent before: later deliveries may find the first one still at work. */
  readonly sends: number;
}

/**
 * Runs a delivered job as the system. Its use case marks the outbox row done in its own transaction, so a second
 * delivery changes nothing; what failed is kept with the row, and the relay sends it again.
 */
@Injectable()
export class Dispatcher {
  constructor(
    private readonly handlers: Handlers,
    private readonly clock: Clock,
    @Inject(LOOP_SQL) private readonly sql: Sql,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  async run({ name, data }: Pick<Job<SentJob>, 'name' | 'data'>): Promise<void> {
    const { key, administrationId, payload, sends } = data;
    if (sends > 0 && !(await this.isFree(data))) return;
    try {
      const actor = { kind: 'system', id: name, administrationId } as const;
      await this.handlers.of(name).run(payload, { actor, now: await this.clock.now(), job: { key } });
      this.log.debug({ job: key, administration: administrationId }, 'done');
    } catch (error) {
      await this.keep(data, error);
      throw error;
    }
  }

  /** Whether a job sent again is still to be done and nobody is at it: its row is not locked. */
  private async isFree({ key, administrationId }: SentJob): Promise<boolean> {
    const rows = await this.sql.rows(
      `select from outbox where administration_id = $1 and key = $2 and done_at is null for update skip locked`,
      [administrationId, key],
    );
    return rows.length === 1;
  }

  private async keep({ key, administrationId }: SentJob, error: unknown): Promise<void> {
    const forGood = error instanceof DomainError;
    this.log.error({ job: key, administration: administrationId, forGood, err: error }, 'job failed');
    await noteFailure(this.sql, administrationId, key, String(error), forGood).catch((unsaved: unknown) =>
      this.log.error({ job: key, err: unsaved }, 'the failure could not be kept'),
    );
  }
}
