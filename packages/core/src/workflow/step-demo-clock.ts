import type { Sql } from '../platform/index.js';

/**
 * Where there is a demo clock that stands before its target, moves it to the next armed timer or the target,
 * whichever comes first, once nothing due is left to do: no due timer armed, no job undone. True when it moved.
 */
export async function stepDemoClock(sql: Sql): Promise<boolean> {
  const rows = await sql.rows(
    `update demo_clock c
        set at = least(c.target, coalesce((select min(due_at) from timer where state = 'armed' and due_at > c.at), c.target))
      where c.at < c.target
        and not exists (select from timer where state = 'armed' and due_at <= c.at)
        and not exists (select from outbox where done_at is null and failed_at is null)
     returning at`,
  );
  return rows.length === 1;
}
