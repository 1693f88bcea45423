import type { Names, SubmissionItem, SubmissionState } from '@nhip/contracts';
import type { WorkingCalendar } from '../../calendar/index.js';
import { deadlineView } from '../../review-cycles/index.js';
import type { Day, Instant, Period } from '../../shared/index.js';
import { stateOf, type Deadline } from '../../workflow/index.js';
import { cellsOf } from '../domain/cells.js';
import { UNIT_AT_CUT_OFF } from '../unit-at-cut-off.js';
import type { CriteriaSetContent } from '@nhip/contracts';

/** A submission without what the detective says about it: findings stand above. */
export type BareSubmission = Omit<SubmissionItem, 'openFindings'>;

export interface SubmissionRow {
  readonly id: string;
  readonly cycle: SubmissionItem['cycle'];
  readonly unit: SubmissionItem['unit'];
  readonly peerGroup: SubmissionItem['peerGroup'];
  readonly unitType: string;
  readonly state: SubmissionState;
  readonly stateNames: Names;
  readonly late: boolean;
  readonly locked: boolean;
  readonly due: Deadline | null;
  /** The unit's own deadline in place of the stage's. */
  readonly ownDue: Deadline | null;
  readonly phrase: string | null;
  readonly submittedAt: Instant | null;
  readonly approvedAt: Instant | null;
  readonly acceptedAt: Instant | null;
  readonly filled: number;
  readonly revision: number;
  readonly period: Period;
  readonly criteriaSetVersionId: string;
  readonly procedureVersionId: string;
  readonly cycleOver: boolean;
}

/** Unit names, type and peer group are those of the period's cut-off day. */
export const submissionColumns = `
  s.id, jsonb_build_object('id', c.id, 'code', c.code, 'names', c.names) as cycle,
  jsonb_build_object('id', u.id, 'code', u.code, 'names', v.names, 'shortName', v.short_name) as unit,
  case when g.id is not null then jsonb_build_object('id', g.id, 'names', g.names) end as "peerGroup",
  v.unit_type as "unitType", i.state, st.names as "stateNames", s.late, s.locked,
  i.deadlines->'due' as due, p.due as "ownDue",
  case when p.due is null then c.stages->'collecting'->>'phrase' end as phrase,
  s.submitted_at as "submittedAt", s.approved_at as "approvedAt", s.accepted_at as "acceptedAt", i.revision,
  c.period, c.criteria_set_version_id as "criteriaSetVersionId", i.procedure_version_id as "procedureVersionId",
  cst.final as "cycleOver",
  (select count(*)::int from figure f where f.administration_id = s.administration_id and f.cycle_id = s.cycle_id
     and f.unit_id = s.unit_id and f.side = 'unit' and f.superseded_at is null) as filled`;

export const submissionTables = `
  submission s
  join procedure_instance i on i.administration_id = s.administration_id and i.id = s.id
  ${stateOf('i', 'st')}
  join review_cycle c on c.administration_id = s.administration_id and c.id = s.cycle_id
  join procedure_instance ci on ci.administration_id = c.administration_id and ci.id = c.id
  ${stateOf('ci', 'cst')}
  join unit u on u.administration_id = s.administration_id and u.id = s.unit_id
  ${UNIT_AT_CUT_OFF}
  left join cycle_participant p on p.administration_id = s.administration_id and p.cycle_id = s.cycle_id
   and p.unit_id = s.unit_id
  left join peer_group g on g.administration_id = v.administration_id and g.id = v.peer_group_id`;

export interface Reading {
  readonly calendar: WorkingCalendar;
  readonly now: Instant;
  readonly zone: string;
}

export function toSubmission(
  row: SubmissionRow,
  content: CriteriaSetContent,
  { calendar, now, zone }: Reading,
): BareSubmission {
  const { id, cycle, unit, peerGroup, state, stateNames, late, submittedAt, approvedAt, acceptedAt } = row;
  const total = cellsOf(content, row.unitType, row.period as { start: Day; end: Day }).filter(
    ({ element }) => element.filledBy === 'unit',
  ).length;
  return {
    id,
    cycle,
    unit,
    peerGroup,
    state,
    stateNames,
    late,
    deadline: deadlineView(row.due ?? undefined, row.phrase, calendar, now, zone),
    submittedAt,
    approvedAt,
    acceptedAt,
    cells: { filled: row.filled, total },
    revision: row.revision,
  };
}
