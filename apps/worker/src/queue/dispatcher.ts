import { Inject, Injectable } from '@nestjs/common';
import { noteFailure, type JobEnvelope } from '@nhip/core/jobs';
import { Clock, type Sql } from '@nhip/core/platform';
import { DomainError } from '@nhip/core/shared';
import type { Job } from 'bullmq';
import type { Logger } from 'pino';
import { LOG } from '../log.js';
import { Handlers } from './handlers.js';
import { LOOP_SQL } from './tokens.js';

/**
 * Runs a delivered job as the system. Its use case marks the outbox row done in its own transaction, so a second
 * delivery waits for the first and then changes nothing; what failed is kept with the row, and the relay sends it
 * again.
 */
@Injectable()
export class Dispatcher {
  constructor(
    private readonly handlers: Handlers,
    private readonly clock: Clock,
    @Inject(LOOP_SQL) private readonly sql: Sql,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  async run({ name, data }: Pick<Job<JobEnvelope>, 'name' | 'data'>): Promise<void> {
    const { key, administrationId, payload } = data;
    try {
      const actor = { kind: 'system', id: name, administrationId } as const;
      await this.handlers.of(name).run(payload, { actor, now: await this.clock.now(), job: { key } });
      this.log.debug({ job: key, administration: administrationId }, 'done');
    } catch (error) {
      await this.keep(data, error);
      throw error;
    }
  }

  private async keep({ key, administrationId }: JobEnvelope, error: unknown): Promise<void> {
    const forGood = error instanceof DomainError;
    this.log.error({ job: key, administration: administrationId, forGood, err: error }, 'job failed');
    await noteFailure(this.sql, administrationId, key, String(error), forGood).catch((unsaved: unknown) =>
      this.log.error({ job: key, err: unsaved }, 'the failure could not be kept'),
    );
  }
}
