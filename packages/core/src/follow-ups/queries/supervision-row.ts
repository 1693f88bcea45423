import { unitAs } from '../../tasks/index.js';
import { taskCounts } from './task-counts.js';

/** Whether task t asks for a report. */
const REPORT = `exists (select from supervision_report p
  where p.administration_id = t.administration_id and p.task_id = t.id)`;

/** An item over supervision s; $1 administration, $2 today, $3 now, $4 the reader's units, $5 the reader. */
export const supervisionColumns = `s.id, s.title, s.number, s.chair,
  (select jsonb_agg(${unitAs('k.id')} order by k.place) from unnest(s.unit_ids) with ordinality as k(id, place)) as units,
  s.held_on as "heldOn", s.period_start as "periodStart", s.period_end as "periodEnd", s.state,
  ${taskCounts(`t.source_kind = 'supervision' and t.source_id = s.id and not ${REPORT}`)} as requirements,
  (select jsonb_build_object('total', count(*), 'done', count(*) filter (where i.state = 'accepted'))
     from task t join procedure_instance i on i.id = t.id
    where t.administration_id = s.administration_id and t.source_id = s.id and ${REPORT}
      and i.state not in ('withdrawn', 'cancelled') and ($4::uuid[] is null or t.unit_id = any($4))) as reports,
  (select jsonb_build_object('total', count(*), 'done', count(*) filter (where i.state = 'done'))
     from recommendation r join procedure_instance i on i.id = r.id
    where r.administration_id = s.administration_id and r.supervision_id = s.id and i.state <> 'withdrawn')
    as recommendations,
  coalesce($5::uuid = any(s.member_ids), false) as own, s.illustrative, s.revision`;
