import { Inject, Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { queueNames, type JobEnvelope, type OutboxRow, type QueueName } from '@nhip/core/jobs';
import { Queue, type BulkJobOptions, type ConnectionOptions } from 'bullmq';
import type { Logger } from 'pino';
import { LOG } from '../log.js';
import { BACKEND } from './tokens.js';

export interface QueueSettings {
  /** Connection of the workers. */
  readonly receiving: ConnectionOptions;
  /** Connection of the relay, which would rather fail than wait. */
  readonly sending: ConnectionOptions;
}

const FAREWELL = 2_000;

/** The sending side of the queues. */
@Injectable()
export class Senders {
  private readonly queues: ReadonlyMap<QueueName, Queue<JobEnvelope>>;

  constructor(@Inject(BACKEND) settings: QueueSettings, @Inject(LOG) log: Logger) {
    this.queues = new Map(
      queueNames.map((name) => {
        const queue = new Queue<JobEnvelope>(name, { connection: settings.sending });
        queue.on('error', (error) => log.warn({ queue: name, err: error }, 'queue'));
        return [name, queue];
      }),
    );
  }

  async send(rows: readonly OutboxRow[]): Promise<void> {
    await Promise.all(
      [...this.queues].map(async ([name, queue]) => {
        const jobs = rows.filter((row) => row.queue === name).map(jobOf);
        if (jobs.length > 0) await queue.addBulk(jobs);
      }),
    );
  }

  /** Does not wait for ever for a queue that does not answer: its connection is closed by the backend. */
  async close(): Promise<void> {
    const closed = Promise.allSettled([...this.queues.values()].map((queue) => queue.close()));
    await Promise.race([closed, sleep(FAREWELL, undefined, { ref: false })]);
  }
}

/**
 * The queue keeps nothing of its own: an id that is new with every sending (a known id would be silently dropped),
 * one attempt, and gone when it ended. Truth is in the outbox.
 */
function jobOf({ key, administrationId, payload, sends, name }: OutboxRow) {
  const jobId = `${administrationId}/${key}-${sends}`.replaceAll(':', '_');
  const opts: BulkJobOptions = { jobId, attempts: 1, removeOnComplete: true, removeOnFail: true };
  return { name, data: { key, administrationId, payload }, opts };
}
