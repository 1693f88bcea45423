import type { Sql } from '../shared/index.js';
import { queueNames, sendingAgain, type OutboxEntry, type QueueName } from './job.js';

/** A row as the relay hands it over. */
export interface OutboxRow {
  readonly key: string;
  readonly administrationId: string;
  readonly queue: QueueName;
  readonly name: string;
  readonly payload: unknown;
  /** How often it was sent before. */
  readonly sends: number;
}

/** What a queued job carries: everything else is read from the outbox row by its handler. */
export interface JobEnvelope {
  readonly key: string;
  readonly administrationId: string;
  readonly payload: unknown;
}

export const MAX_SENDS = sendingAgain.work.most;

/** A number of `sendingAgain` for the queue of a row. */
const ofQueue = (what: 'first' | 'longest' | 'most'): string =>
  `(case queue ${queueNames.map((name) => `when '${name}' then ${sendingAgain[name][what]}`).join(' ')} end)`;

export async function insertOutbox(
  sql: Sql,
  administrationId: string,
  entries: readonly OutboxEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await sql.rows(
    `insert into outbox (administration_id, key, queue, name, payload)
     select $1, key, queue, name, payload::jsonb
       from unnest($2::text[], $3::text[], $4::text[], $5::text[]) as entry(key, queue, name, payload)
     on conflict (administration_id, key) do nothing`,
    [
      administrationId,
      entries.map((entry) => entry.key),
      entries.map((entry) => entry.kind.queue),
      entries.map((entry) => entry.kind.name),
      entries.map((entry) => JSON.stringify(entry.payload)),
    ],
  );
}

/** Marks a job done inside its own transaction; false when another delivery already did it. */
export async function markDone(sql: Sql, administrationId: string, key: string): Promise<boolean> {
  const rows = await sql.rows(
    `update outbox set done_at = clock_timestamp(), error = null
      where administration_id = $1 and key = $2 and done_at is null returning id`,
    [administrationId, key],
  );
  return rows.length === 1;
}

/**
 * Locks the next rows to send: new ones, and those sent but not done within the growing interval of their queue. The
 * caller commits after the queue has taken them.
 */
export async function takeToSend(sql: Sql, limit: number): Promise<OutboxRow[]> {
  return sql.rows<OutboxRow>(
    `with taken as (
       select id from outbox
        where done_at is null and failed_at is null and resend_at <= clock_timestamp()
        order by resend_at, id limit $1 for update skip locked)
     update outbox o
        set sent_at = clock_timestamp(), sends = o.sends + 1,
            resend_at = clock_timestamp() + interval '1 second' * least(${ofQueue('first')} * power(2, o.sends), ${ofQueue('longest')})
       from taken where o.id = taken.id
     returning o.key, o.administration_id as "administrationId", o.queue, o.name, o.payload, o.sends - 1 as sends`,
    [limit],
  );
}

/** Gives up on rows sent too often; they wait at the operator's desk with their last error. */
export async function failExhausted(sql: Sql): Promise<number> {
  const rows = await sql.rows(
    `update outbox set failed_at = clock_timestamp()
      where done_at is null and failed_at is null and sends >= ${ofQueue('most')} and resend_at <= clock_timestamp() returning id`,
  );
  return rows.length;
}

/** Keeps the error of one attempt; a job that can never succeed fails for good. */
export async function noteFailure(
  sql: Sql,
  administrationId: string,
  key: string,
  error: string,
  forGood: boolean,
): Promise<void> {
  await sql.rows(
    `update outbox set error = $3, failed_at = case when $4 then clock_timestamp() else failed_at end
      where administration_id = $1 and key = $2 and done_at is null`,
    [administrationId, key, withoutSecrets(error), forGood],
  );
}

/** An error as it may be kept and shown: names and passwords in addresses are left out, and it is not endless. */
export const withoutSecrets = (error: string): string =>
  error.replaceAll(/:\/\/[^/@\s]*@/g, '://…@').slice(0, 1_000);

/** Rows not yet done nor failed, but for mail, which the product does not wait for. */
export async function countUndone(sql: Sql): Promise<number> {
  const [row] = await sql.rows<{ undone: number }>(
    `select count(*)::int as undone from outbox where done_at is null and failed_at is null and queue <> 'mail'`,
  );
  return row?.undone ?? 0;
}
