import type { Names, RecommendationItem } from '@nhip/contracts';
import type { Instant } from '../../shared/index.js';
import { unitAs } from '../../tasks/index.js';
import { stateOf } from '../../workflow/index.js';

export const recommendationTables = `recommendation r
  join procedure_instance i on i.administration_id = r.administration_id and i.id = r.id
  ${stateOf('i', 'st')}`;

/** An item of a list of recommendations; $1 administration, $2 today. */
export const recommendationColumns = `r.id, r.title, r.addressee,
  case when r.unit_id is not null then ${unitAs('r.unit_id')} end as unit,
  (select jsonb_build_object('id', s.id, 'title', s.title) from supervision s where s.id = r.supervision_id) as supervision,
  r.cycle_id as "cycleId", r.phrase, r.due_on as "dueOn", r.due_at as "dueAt", i.state,
  st.names as "stateNames", r.done_on as "doneOn", r.illustrative,
  r.opened_at as "openedAt", i.revision`;

export interface RecommendationRow extends Omit<RecommendationItem, 'overdue' | 'stateNames'> {
  readonly stateNames: Names;
  readonly dueAt: Instant | null;
}

export function toRecommendationItem(row: RecommendationRow, now: Instant): RecommendationItem {
  const { dueAt, ...item } = row;
  return {
    id: item.id,
    title: item.title,
    addressee: item.addressee,
    unit: item.unit,
    supervision: item.supervision,
    cycleId: item.cycleId,
    phrase: item.phrase,
    dueOn: item.dueOn,
    state: item.state,
    stateNames: item.stateNames,
    overdue: item.state === 'sent' && dueAt !== null && now >= dueAt,
    doneOn: item.doneOn,
    illustrative: item.illustrative,
    openedAt: item.openedAt,
    revision: item.revision,
  };
}
