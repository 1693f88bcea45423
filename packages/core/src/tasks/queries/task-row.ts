import type { Names, TaskItem } from '@nhip/contracts';
import type { WorkingCalendar } from '../../calendar/index.js';
import type { Day, Instant } from '../../shared/index.js';
import { stateOf } from '../../workflow/index.js';
import { taskStatus } from '../domain/task-status.js';

/** Whether a task has ended, over procedure_instance i and its state st. */
export const ENDED = 'st.final';

/** A unit by its name of day $2, or, where it does not exist then, by its nearest name. */
export const unitAs = (
  id: string,
): string => `(select jsonb_build_object('id', u.id, 'code', u.code, 'names', w.names)
    from unit u join unit_version w on w.administration_id = u.administration_id and w.unit_id = u.id
   where u.id = ${id} order by (w.valid_from <= $2::date) desc, abs(w.valid_from - $2::date) limit 1)`;

const criticism = `coalesce((select case s.kind when 'marked-for-criticism' then 'marked' else s.kind end from task_step s
   where s.administration_id = t.administration_id and s.task_id = t.id
     and s.kind in ('marked-for-criticism', 'criticised', 'spared') order by s.number desc limit 1), 'none')`;

/**
 * An item of a list of tasks; $1 is the administration, $2 today. Over task t, procedure_instance i and
 * its state st.
 */
export const itemColumns = `t.id, t.kind, t.title, ${unitAs('t.unit_id')} as unit,
  coalesce((select jsonb_agg(${unitAs('co.id')} order by co.place)
              from unnest(t.co_unit_ids) with ordinality as co(id, place)), '[]') as "coUnits",
  t.parent_id as "parentId", t.product, t.phrase, t.original_due_on as "originalDueOn", t.due_on as "dueOn", t.due_at as "dueAt", t.recurrence,
  case when not ${ENDED} then t.next_check_on end as "nextCheckOn", i.state,
  st.names as "stateNames", t.handed_in_at as "handedInAt",
  (select count(*)::int from task_step s
    where s.administration_id = t.administration_id and s.task_id = t.id and s.kind = 'urged') as urged,
  ${criticism} as criticism,
  (select count(*)::int from task_extension x
    where x.administration_id = t.administration_id and x.task_id = t.id and x.state in ('approved', 'accepted')) as extended,
  case when not ${ENDED} then (select jsonb_build_object('state', x.state, 'askedDueOn', x.asked_due_on, 'number', x.number)
    from task_extension x
   where x.administration_id = t.administration_id and x.task_id = t.id and x.state in ('requested', 'countered')) end as extension,
  t.cycle_id as "cycleId", t.source_kind as "sourceKind", t.source_id as "sourceId",
  t.illustrative, i.revision`;

export const CRITICISM = criticism;

export const taskTables = `task t
  join procedure_instance i on i.administration_id = t.administration_id and i.id = t.id
  ${stateOf('i', 'st')}`;

export interface TaskRow extends Omit<TaskItem, 'status' | 'stateNames' | 'dueOn' | 'dueAt' | 'handedInAt'> {
  readonly stateNames: Names;
  readonly dueOn: Day | null;
  readonly dueAt: Instant | null;
  readonly handedInAt: Instant | null;
}

/** The item with its status, derived from the clock. */
export function toTaskItem(row: TaskRow, now: Instant, calendar: WorkingCalendar, zone: string): TaskItem {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    unit: row.unit,
    coUnits: row.coUnits,
    parentId: row.parentId,
    product: row.product,
    phrase: row.phrase,
    originalDueOn: row.originalDueOn,
    dueOn: row.dueOn,
    dueAt: row.dueAt,
    recurrence: row.recurrence,
    nextCheckOn: row.nextCheckOn,
    state: row.state,
    stateNames: row.stateNames,
    status: taskStatus(row, now, calendar, zone),
    handedInAt: row.handedInAt,
    urged: row.urged,
    criticism: row.criticism,
    extended: row.extended,
    extension: row.extension,
    cycleId: row.cycleId,
    sourceKind: row.sourceKind,
    sourceId: row.sourceId,
    illustrative: row.illustrative,
    revision: row.revision,
  };
}
