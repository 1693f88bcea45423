import { unitAs } from '../../tasks/index.js';
import { taskCounts } from './task-counts.js';

/** An item over supervision s; $1 administration, $2 today, $3 now, $4 the reader's units, $5 the reader. */
export const supervisionColumns = `s.id, s.title, s.number, ${unitAs('s.unit_id')} as unit, s.chair,
  s.held_on as "heldOn", s.period_start as "periodStart", s.period_end as "periodEnd", s.state,
  ${taskCounts(`t.source_kind = 'supervision' and t.source_id = s.id`)} as requirements,
  (select jsonb_build_object('total', count(*), 'done', count(*) filter (where i.state = 'done'))
     from recommendation r join procedure_instance i on i.id = r.id
    where r.administration_id = s.administration_id and r.supervision_id = s.id and i.state <> 'withdrawn')
    as recommendations,
  coalesce($5::uuid = any(s.member_ids), false) as own, s.illustrative, s.revision`;
