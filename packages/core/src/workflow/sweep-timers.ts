import type { Sql } from '../platform/index.js';
import { fireTimer } from './jobs.js';

/**
 * One statement, one transaction of its own: marks due timers fired and writes their outbox rows, at most
 * `limit`. Many sweepers may run; each row is taken by one of them.
 */
export async function sweepTimers(sql: Sql, limit: number): Promise<number> {
  const rows = await sql.rows(
    `with due as (
       select id from timer where state = 'armed' and due_at <= business_now()
        order by due_at, id limit $1 for update skip locked),
     fired as (
       update timer t set state = 'fired', fired_at = business_now() from due where t.id = due.id
       returning t.id, t.administration_id)
     insert into outbox (administration_id, key, queue, name, payload)
     select administration_id, '${fireTimer.name}/' || id, '${fireTimer.queue}', '${fireTimer.name}', jsonb_build_object('timerId', id)
       from fired order by id
     returning id`,
    [limit],
  );
  return rows.length;
}

/** Milliseconds of the machine's clock until the next armed timer, or undefined when there is none or time stands still. */
export async function untilNextTimer(sql: Sql): Promise<number | undefined> {
  const [row] = await sql.rows<{ ms: number | null }>(
    // greatest() passes over nulls: without the minimum it would say "at once", for ever.
    `select case when min(due_at) is not null
                 then greatest(0, extract(epoch from min(due_at) - clock_timestamp()) * 1000)::float8 end as ms
       from timer where state = 'armed' and not exists (select from demo_clock)`,
  );
  return row?.ms ?? undefined;
}
