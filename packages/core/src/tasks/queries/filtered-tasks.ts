import { dueTabs, searchKey, type DueTab, type TaskList, type TaskPage } from '@nhip/contracts';
import type { UserActor } from '../../platform/index.js';
import {
  addDays,
  dayAt,
  dueAtOf,
  lastDayOfMonth,
  partsOf,
  weekdayOf,
  type Day,
  type Instant,
} from '../../shared/index.js';
import { CRITICISM, ENDED, taskTables } from './task-row.js';

export type TaskFilter = Omit<TaskList, 'page' | 'perPage' | 'order' | 'sort' | 'tab'>;

/** Where and when a list of tasks is read. */
interface Reading {
  readonly now: Instant;
  readonly zone: string;
}

/** A statement and its values: $1 the administration, $2 today; the next free parameter is behind the values. */
export interface FilteredTasks {
  readonly text: string;
  readonly values: readonly unknown[];
}

const lastDays = ({ now, zone }: Reading): Record<'today' | 'week' | 'month', Day> => {
  const today = dayAt(now, zone);
  const { year, month } = partsOf(today);
  return { today, week: addDays(today, 7 - weekdayOf(today)), month: lastDayOfMonth(year, month) };
};

/**
 * The tasks the reader may see, under these filters, with the `tab` that follows from present deadline and day. Only the
 * filters asked for stand in the text, so that the database plans for them and for nothing else; what a statement
 * around it does not select is not looked up.
 * @param sourceIds what asks for the task (items of a conclusion), where only those are wanted
 */
export function filteredTasks(
  wanted: TaskFilter,
  actor: UserActor,
  reading: Reading,
  sourceIds?: readonly string[],
): FilteredTasks {
  const { today, week, month } = lastDays(reading);
  const values: unknown[] = [actor.administrationId, today, reading.now, week, month];
  const conditions = ['t.administration_id = $1'];
  const where = (condition: (parameter: string) => string, value: unknown): void => {
    if (value !== undefined) conditions.push(condition(`$${values.push(value)}`));
  };
  where(
    (units) => `(t.unit_id = any(${units}::uuid[]) or t.co_unit_ids && ${units}::uuid[])`,
    actor.unitIds === 'all' ? undefined : actor.unitIds,
  );
  where((kind) => `t.kind = ${kind}`, wanted.kind);
  where((state) => `i.state = ${state}`, wanted.state);
  where((open) => `${ENDED} = not ${open}::boolean`, wanted.open);
  where((unit) => `(t.unit_id = ${unit}::uuid or t.co_unit_ids && array[${unit}::uuid])`, wanted.unitId);
  where((cycle) => `t.cycle_id = ${cycle}::uuid`, wanted.cycleId);
  where((source) => `t.source_id = ${source}::uuid`, wanted.sourceId);
  where((sources) => `t.source_id = any(${sources}::uuid[])`, sourceIds);
  where((criticism) => `${CRITICISM} = ${criticism}`, wanted.criticism);
  where((words) => `strpos(t.search, ${words}) > 0`, wanted.q ? searchKey(wanted.q) : undefined);
  where((parent) => `t.parent_id = ${parent}::uuid`, wanted.parentId);
  where(
    (state) => `exists (select from task_extension x where x.administration_id = t.administration_id
        and x.task_id = t.id and x.state = ${state}) and not ${ENDED}`,
    wanted.extension,
  );
  return {
    values,
    text: `
      select t.id, u.code as unit_code, t.title, t.due_at, t.opened_at, i.state, t.unit_id, t.source_id,
             case when ${ENDED} then 'done'
                  when t.due_at is null or i.state = 'suspended' then 'none'
                  when coalesce(t.handed_in_at, $3::timestamptz) >= t.due_at then 'overdue'
                  when t.due_on <= $2::date then 'today'
                  when t.due_on <= $4::date then 'week'
                  when t.due_on <= $5::date then 'month'
                  else 'later' end as tab
        from ${taskTables}
        left join unit u on u.id = t.unit_id
       where ${conditions.join(' and ')}`,
  };
}

/** Between which deadlines (after, up to and with) the tasks of a tab lie: what its index is gone through for. */
export function deadlinesOf(
  tab: DueTab,
  reading: Reading,
): { readonly after?: Instant; readonly until?: Instant } {
  const { today, week, month } = lastDays(reading);
  const end = (day: Day): Instant => dueAtOf(day, reading.zone);
  if (tab === 'today') return { until: end(today) };
  if (tab === 'week') return { after: end(today), until: end(week) };
  if (tab === 'month') return { after: end(week), until: end(month) };
  return tab === 'later' ? { after: end(month > week ? month : week) } : {};
}

/** Counts of all tabs, those without a task too. */
export function tabsOf(
  counted: readonly { readonly tab: DueTab; readonly count: number }[],
): TaskPage['tabs'] {
  const counts = new Map(counted.map(({ tab, count }) => [tab, count]));
  return Object.fromEntries(dueTabs.map((tab) => [tab, counts.get(tab) ?? 0])) as TaskPage['tabs'];
}
