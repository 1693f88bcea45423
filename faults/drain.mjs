// After the faults: until nothing is left to be done.
import { setTimeout as sleep } from 'node:timers/promises';

/** After healing, so long until nothing is left to be done. */
const DRAINED_WITHIN = 30_000;
/** Then mail, which may wait for an hour in earnest, is given so long to go out. */
const MAILED_WITHIN = 90_000;

/**
 * Mail goes on by itself only after a minute or more, and what a dead worker was sending after two. That waiting is cut
 * short: the workers, who have shown that they go on, end, so that nobody sends anything any more, and begin anew.
 */
export async function untilMailed(query, workers) {
  await Promise.all(workers.map((worker) => worker.stop()));
  await query('update mail set leased_until = null where leased_until is not null');
  for (const worker of workers) worker.start();
  for (const giveUpAt = Date.now() + MAILED_WITHIN; Date.now() < giveUpAt; await sleep(500)) {
    await query(
      `update outbox o set resend_at = clock_timestamp()
        where queue = 'mail' and done_at is null and failed_at is null
          and coalesce(sent_at, created_at) < clock_timestamp() - interval '15 seconds'
          and not exists (select from mail m where m.id::text = o.payload ->> 'mailId' and m.leased_until > clock_timestamp())`,
    );
    const [{ left }] = await query(
      `select count(*) as left from outbox where queue = 'mail' and done_at is null`,
    );
    if (Number(left) === 0) return;
  }
}

/** Milliseconds from the healing until nothing was due or undone; undefined where that took too long. */
export async function untilDrained(query, healed) {
  for (; Date.now() < healed + DRAINED_WITHIN; await sleep(200)) {
    const [{ left }] = await query(
      `select (select count(*) from outbox where done_at is null and failed_at is null and queue <> 'mail')
            + (select count(*) from timer where state = 'armed' and due_at <= business_now()) as left`,
    );
    if (Number(left) === 0) return Date.now() - healed;
  }
  return undefined;
}
