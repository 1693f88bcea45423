import { firesTimers, timersOf } from '../timers-of-job.js';
import { INSTANCES, reachedBy } from '../../overview/index.js';

/** Days after which something that waits for nobody's deadline counts as stuck. */
const STUCK_DAYS = 30;

/**
 * Records that are not done and ought to be: their step failed or is tried again, their deadline has passed, or nobody
 * has moved them for long. $1 administration, $2 units (null: all), $3 now. The jobs in trouble come first, so that the
 * rest is one pass over what has not ended.
 */
export const TROUBLED = `
  with troubled_job as materialized (
    select distinct on (m.instance_id) m.instance_id, o.failed_at, o.error
      from outbox o join timer m on m.administration_id = o.administration_id and m.id = any(${timersOf('o')})
     where o.administration_id = $1 and ${firesTimers('o')} and o.done_at is null
       and (o.failed_at is not null or o.sends > 1)
     order by m.instance_id, o.failed_at desc nulls last),
  open_instance as (
    select i.id, i.kind, i.state, i.entered_at, i.revision, st.names as state_names, st.owner,
           coalesce(t.unit_id, s.unit_id, r.unit_id) as unit_id, coalesce(t.cycle_id, s.cycle_id, r.cycle_id, c.id) as cycle_id,
           coalesce(t.title, r.title) as title, t.handed_in_at is not null or t.next_check_on is not null as asks_no_more,
           t.kind as task_kind, j.failed_at, j.error, j.instance_id is not null as has_job,
           case i.kind when 'task' then t.due_at when 'recommendation' then r.due_at
             when 'submission' then case when s.submitted_at is null then (i.deadlines #>> '{due,at}')::timestamptz end
             else (i.deadlines #>> array[i.state, 'at'])::timestamptz end as due_at,
           coalesce(t.handed_in_at, $3::timestamptz) as judged_at
      from ${INSTANCES}
      left join troubled_job j on j.instance_id = i.id
     where i.administration_id = $1 and st.owner is not null
       and i.state <> 'suspended' and ${reachedBy('$2')}),
  troubled as (
    select o.*, case when has_job and failed_at is not null then 'failed'
                     when has_job then 'retrying'
                     when due_at is not null and judged_at >= due_at then 'late'
                     when (due_at is null or asks_no_more) and kind <> 'review-cycle' or kind = 'review-cycle' and due_at is null
                       then case when entered_at < $3::timestamptz - interval '${STUCK_DAYS} days'
                                  and not (kind = 'task' and asks_no_more and due_at is null) then 'stuck' end
                end as trouble
      from open_instance o)`;
