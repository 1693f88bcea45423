import { stateOf } from '../../workflow/index.js';

/** An instance i with the record it belongs to, whichever kind that is, its procedure v and its state st. */
export const INSTANCES = `procedure_instance i
  join procedure_version v on v.id = i.procedure_version_id
  ${stateOf('i', 'st')}
  left join task t on i.kind = 'task' and t.administration_id = i.administration_id and t.id = i.id
  left join submission s on i.kind = 'submission' and s.administration_id = i.administration_id and s.id = i.id
  left join recommendation r on i.kind = 'recommendation' and r.administration_id = i.administration_id and r.id = i.id
  left join review_cycle c on i.kind = 'review-cycle' and c.administration_id = i.administration_id and c.id = i.id`;

/** What the reader may open: everything, or the records of the units in this parameter (null: all units). */
export const reachedBy = (units: string): string => `(${units}::uuid[] is null
  or t.unit_id = any(${units}) or t.co_unit_ids && ${units} or s.unit_id = any(${units}) or r.unit_id = any(${units})
  or (c.launched_at is not null and exists (select from cycle_participant p
        where p.administration_id = c.administration_id and p.cycle_id = c.id and p.unit_id = any(${units}))))`;
