import { dueTabs, searchKey, type DueTab, type TaskList, type TaskPage } from '@nhip/contracts';
import type { UserActor } from '../../platform/index.js';
import { addDays, dayAt, lastDayOfMonth, partsOf, weekdayOf, type Instant } from '../../shared/index.js';
import { CRITICISM, ENDED, taskTables } from './task-row.js';

export type TaskFilter = Omit<TaskList, 'page' | 'perPage' | 'order' | 'sort' | 'tab'>;

/** Parameters 1–16 of the filter; `tab` of a task follows its present deadline and the day. */
export const FILTERED = `
  select t.id, (select code from unit u where u.id = t.unit_id) as unit_code, t.title, t.due_at, t.opened_at, i.state,
         t.unit_id, t.source_id,
         case when ${ENDED} then 'done'
              when t.due_at is null or i.state = 'suspended' then 'none'
              when coalesce(t.handed_in_at, $3::timestamptz) >= t.due_at then 'overdue'
              when t.due_on <= $2::date then 'today'
              when t.due_on <= $4::date then 'week'
              when t.due_on <= $5::date then 'month'
              else 'later' end as tab
    from ${taskTables}
   where t.administration_id = $1
     and ($6::uuid[] is null or t.unit_id = any($6) or t.co_unit_ids && $6)
     and ($7::text is null or t.kind = $7)
     and ($8::text is null or i.state = $8)
     and ($9::boolean is null or $9 <> ${ENDED})
     and ($10::uuid is null or t.unit_id = $10 or $10 = any(t.co_unit_ids))
     and ($11::uuid is null or t.cycle_id = $11)
     and ($12::uuid[] is null or t.source_id = any($12))
     and ($13::text is null or ${CRITICISM} = $13)
     and ($14::text is null or strpos(t.search, $14) > 0)
     and ($15::uuid is null or t.parent_id = $15)
     and ($16::text is null or exists (select from task_extension x
       where x.administration_id = t.administration_id and x.task_id = t.id and x.state = $16) and not ${ENDED})`;

/** Values of the parameters of FILTERED: what the reader may see, under these filters. */
export function filterValues(
  wanted: TaskFilter,
  actor: UserActor,
  now: Instant,
  zone: string,
  sourceIds?: readonly string[],
): readonly unknown[] {
  const today = dayAt(now, zone);
  const { year, month } = partsOf(today);
  return [
    actor.administrationId,
    today,
    now,
    addDays(today, 7 - weekdayOf(today)),
    lastDayOfMonth(year, month),
    actor.unitIds === 'all' ? null : actor.unitIds,
    wanted.kind ?? null,
    wanted.state ?? null,
    wanted.open ?? null,
    wanted.unitId ?? null,
    wanted.cycleId ?? null,
    sourceIds ?? (wanted.sourceId === undefined ? null : [wanted.sourceId]),
    wanted.criticism ?? null,
    wanted.q ? searchKey(wanted.q) : null,
    wanted.parentId ?? null,
    wanted.extension ?? null,
  ];
}

/** Counts of all tabs, those without a task too. */
export function tabsOf(
  counted: readonly { readonly tab: DueTab; readonly count: number }[],
): TaskPage['tabs'] {
  const counts = new Map(counted.map(({ tab, count }) => [tab, count]));
  return Object.fromEntries(dueTabs.map((tab) => [tab, counts.get(tab) ?? 0])) as TaskPage['tabs'];
}
