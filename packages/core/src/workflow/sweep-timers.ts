import type { Sql } from '../platform/index.js';
import { fireTimer, fireTimers } from './jobs.js';

/** So many timers at most go into one job: it holds the locks of their records for some tenths of a second. */
const TOGETHER = 100;

/**
 * One statement, one transaction of its own: marks due timers fired and writes their outbox rows, at most
 * `limit`; gives how many. Timers of one kind with one event share a row. Many sweepers may run; each timer is taken by
 * one of them.
 */
export async function sweepTimers(sql: Sql, limit: number): Promise<number> {
  const rows = await sql.rows<{ timers: number }>(
    `with due as (
       select id from timer where state = 'armed' and due_at <= business_now()
        order by due_at, id limit $1 for update skip locked),
     fired as (
       update timer t set state = 'fired', fired_at = business_now() from due where t.id = due.id
       returning t.id, t.administration_id, t.kind, t.event, t.due_at),
     placed as (
       select *, (row_number() over (partition by administration_id, kind, event order by due_at, id) - 1) / ${TOGETHER} as part
         from fired),
     together as (
       select administration_id, min(id) as first, min(due_at) as due_at, count(*)::int as timers,
              jsonb_agg(id order by due_at, id) as ids
         from placed group by administration_id, kind, event, part)
     insert into outbox (administration_id, key, queue, name, payload)
     select administration_id, name || '/' || first, '${fireTimer.queue}', name,
            case timers when 1 then jsonb_build_object('timerId', first) else jsonb_build_object('timerIds', ids) end
       from together cross join lateral (
         select case timers when 1 then '${fireTimer.name}' else '${fireTimers.name}' end) as job(name)
      order by due_at, first
     returning case when payload ? 'timerIds' then jsonb_array_length(payload -> 'timerIds') else 1 end as timers`,
    [limit],
  );
  return rows.reduce((sum, { timers }) => sum + timers, 0);
}

/** Milliseconds of business time until the next armed timer, or undefined when there is none or time stands still. */
export async function untilNextTimer(sql: Sql): Promise<number | undefined> {
  const [row] = await sql.rows<{ ms: number | null }>(
    // greatest() passes over nulls: without the minimum it would say "at once", for ever.
    `select case when min(due_at) is not null
                 then greatest(0, extract(epoch from min(due_at) - business_now()) * 1000)::float8 end as ms
       from timer where state = 'armed' and not exists (select from demo_clock)`,
  );
  return row?.ms ?? undefined;
}
