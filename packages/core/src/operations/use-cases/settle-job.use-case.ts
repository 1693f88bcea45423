import { Injectable } from '@nestjs/common';
import { Mails } from '../../notices/index.js';
import { INSTALLATION, UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { firesTimers, timersOf } from '../timers-of-job.js';
import { DomainError } from '../../shared/index.js';

interface Target {
  /** Number of the outbox row. */
  readonly id: number;
  readonly reason?: string | undefined;
}

interface Job {
  readonly key: string;
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly error: string | null;
}

/**
 * An operator has a job that failed, or is waiting to be tried again, tried at once; or skips it with a reason: then it
 * is not done at all. Both stand in the history under the job. Refused: one that is done or not in trouble
 * (JOB_NOT_IN_TROUBLE), and one out of reach.
 */
@Injectable()
export class SettleJob {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  retry(target: Target, call: Call): Promise<{ revision: number }> {
    return this.settle(target, call, 'job.retried', (tx) =>
      tx.rows('update outbox set failed_at = null, sends = 0, resend_at = clock_timestamp() where id = $1', [
        target.id,
      ]),
    );
  }

  skip(target: Target & { readonly reason: string }, call: Call): Promise<{ revision: number }> {
    return this.settle(target, call, 'job.skipped', async (tx, { name, payload }) => {
      await tx.rows(
        'update outbox set done_at = clock_timestamp(), skipped_at = clock_timestamp() where id = $1',
        [target.id],
      );
      if (name === 'notices.send-mail')
        await tx.use(Mails).settle(String(payload['mailId']), 'dropped', null, target.reason);
    });
  }

  private settle(
    { id, reason }: Target,
    call: Call,
    action: string,
    step: (tx: Transaction, job: Job) => Promise<unknown>,
  ): Promise<{ revision: number }> {
    return this.unitOfWork.run(call, async (tx) => {
      const job = await held(tx, id);
      await step(tx, job);
      const [last] = await tx.rows<{ revision: number }>(
        `select coalesce(max(revision), 0)::int as revision from history
          where administration_id = $1 and subject_kind = 'job' and subject_id = $2`,
        [tx.administrationId, job.key],
      );
      const revision = (last?.revision ?? 0) + 1;
      tx.history([
        {
          stream: 'operations',
          subject: { kind: 'job', id: job.key },
          revision,
          action,
          reason,
          after: { name: job.name, error: job.error },
        },
      ]);
      return { revision };
    });
  }
}

/** Locked, in trouble, and within the actor's reach. */
async function held(tx: Transaction, id: number): Promise<Job> {
  const { actor } = tx;
  const unitIds = actor.kind === 'system' || actor.unitIds === 'all' ? null : actor.unitIds;
  const [job] = await tx.rows<Job & { readonly troubled: boolean }>(
    `select o.key, o.name, o.payload, o.error,
            o.done_at is null and (o.failed_at is not null or o.sends > 1) as troubled
       from outbox o
      where o.id = $2 and o.administration_id in ($1, '${INSTALLATION}')
        and ($3::uuid[] is null or exists (
          select from timer m
            left join task t on t.administration_id = m.administration_id and t.id = m.instance_id
            left join submission s on s.administration_id = m.administration_id and s.id = m.instance_id
           where ${firesTimers('o')} and m.administration_id = o.administration_id
             and m.id = any(${timersOf('o')}) and (t.unit_id = any($3) or s.unit_id = any($3))))
        for update of o`,
    [tx.administrationId, id, unitIds],
  );
  if (job === undefined) throw new DomainError('NOT_FOUND');
  if (!job.troubled) throw new DomainError('JOB_NOT_IN_TROUBLE');
  return job;
}
