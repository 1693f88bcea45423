import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Inject, Injectable } from '@nestjs/common';
import type { JobEnvelope, QueueName } from '@nhip/core/jobs';
import type { Job } from 'bullmq';
import type { Logger } from 'pino';
import { LOG } from '../log.js';
import { Dispatcher } from './dispatcher.js';

/** A worker killed again and again must not make a job fail: attempts are counted by the outbox, not by the queue. */
const options = { lockDuration: 30_000, stalledInterval: 15_000, maxStalledCount: 1000 };

@Injectable()
abstract class QueueProcessor extends WorkerHost {
  constructor(
    @Inject(Dispatcher) private readonly dispatcher: Dispatcher,
    @Inject(LOG) protected readonly log: Logger,
  ) {
    super();
  }

  process(job: Job<JobEnvelope>): Promise<void> {
    return this.dispatcher.run(job);
  }

  /** The queue is away or comes back: the worker goes on trying by itself. */
  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.log.warn({ err: error }, 'queue');
  }
}

@Processor('work' satisfies QueueName, { ...options, concurrency: 4 })
export class WorkProcessor extends QueueProcessor {}

/** Set-based runs hold a transaction for long: one at a time in a process. */
@Processor('bulk' satisfies QueueName, { ...options, concurrency: 1 })
export class BulkProcessor extends QueueProcessor {}

/** A server that hangs costs a place here and nothing else. */
@Processor('mail' satisfies QueueName, { ...options, lockDuration: 60_000, concurrency: 3 })
export class MailProcessor extends QueueProcessor {}
