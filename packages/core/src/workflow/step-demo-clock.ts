import type { Sql } from '../platform/index.js';

/** Moments at which a demo clock stops: armed timers, and what the sample installation still has to play. */
const stops = `(select due_at from timer where state = 'armed' union all select due_at from sample_event where done_at is null)`;

/** What it does not run past either, though nobody steps to it; the digest of a day alone is caught up afterwards. */
const halts = `(select due_at from ${stops} s union all
  select next_due_at from schedule where paused_at is null and kind <> 'digest')`;

/**
 * Where there is a demo clock that stands before its target, moves it to the next stop or the target, whichever
 * comes first, once nothing due is left to do: no stop at or before it, no job undone but mail. True when it moved.
 */
export async function stepDemoClock(sql: Sql): Promise<boolean> {
  const rows = await sql.rows(
    `update demo_clock c
        set at = least(c.target, coalesce((select min(due_at) from ${halts} s where due_at > c.at), c.target))
      where c.at < c.target
        and not exists (select from ${halts} s where due_at <= c.at)
        and not exists (select from outbox where done_at is null and failed_at is null and queue <> 'mail')
     returning at`,
  );
  return rows.length === 1;
}

/** The next stop after the clock, or undefined: where "next deadline" leads. */
export async function nextStop(sql: Sql): Promise<string | undefined> {
  const [row] = await sql.rows<{ at: string | null }>(
    `select min(due_at) as at from ${stops} s, demo_clock c where due_at > c.at`,
  );
  return row?.at ?? undefined;
}
