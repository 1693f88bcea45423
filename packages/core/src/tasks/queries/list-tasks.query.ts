import {
  dueTabs,
  searchKey,
  type DueTab,
  type TaskItem,
  type TaskList,
  type TaskPage,
} from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { Reader, type UserActor } from '../../platform/index.js';
import { addDays, dayAt, lastDayOfMonth, partsOf, weekdayOf, type Instant } from '../../shared/index.js';
import { CRITICISM, ENDED, itemColumns, taskTables, toTaskItem, type TaskRow } from './task-row.js';

const orders: Readonly<Record<string, string>> = {
  dueOn: 'due_at',
  title: 'title',
  unit: 'unit_code',
  state: 'state',
  openedAt: 'opened_at',
};

/** Parameters 1–15 of the filter; `tab` of a task follows its present deadline and the day. */
const FILTERED = `
  select t.id, (select code from unit u where u.id = t.unit_id) as unit_code, t.title, t.due_at, t.opened_at, i.state,
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
     and ($14::text is null or strpos(t.search, $14) > 0)`;

/** Tasks by due date, the most pressing first; a unit's people see those it leads or helps with. */
@Injectable()
export class ListTasks {
  constructor(
    private readonly reader: Reader,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  /** @param sourceIds what asks for the task (items of a conclusion), where only those are wanted */
  async execute(
    wanted: TaskList,
    actor: UserActor,
    now: Instant,
    sourceIds?: readonly string[],
  ): Promise<TaskPage> {
    const zone = this.calendars.zone;
    const today = dayAt(now, zone);
    const { year, month } = partsOf(today);
    const values = [
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
    ];
    const [rows, counted, calendar] = await Promise.all([
      this.page(wanted, values),
      this.reader.rows<{ tab: DueTab; count: number }>(
        `select tab, count(*)::int as count from (${FILTERED}) f group by tab`,
        values,
      ),
      this.calendars.of(this.reader, actor.administrationId),
    ]);
    const counts = new Map(counted.map(({ tab, count }) => [tab, count]));
    const tabs = Object.fromEntries(dueTabs.map((tab) => [tab, counts.get(tab) ?? 0])) as TaskPage['tabs'];
    const total =
      wanted.tab === undefined ? [...counts.values()].reduce((sum, one) => sum + one, 0) : tabs[wanted.tab];
    return { items: rows.map((row): TaskItem => toTaskItem(row, now, calendar, zone)), total, tabs };
  }

  private page(
    { sort, order, tab, page, perPage }: TaskList,
    values: readonly unknown[],
  ): Promise<TaskRow[]> {
    const direction = order === 'DESC' ? 'desc' : 'asc';
    const by = `f.${orders[sort ?? ''] ?? 'due_at'} ${direction} nulls last, f.unit_code, f.id`;
    return this.reader.rows<TaskRow>(
      `with chosen as (
         select f.*, row_number() over (order by ${by}) as place from (${FILTERED}) f
          where $15::text is null or f.tab = $15
          order by ${by} limit $16 offset $17)
       select ${itemColumns} from chosen c join ${taskTables.replace('task t', 'task t on t.id = c.id')}
        order by c.place`,
      [...values, tab ?? null, perPage, (page - 1) * perPage],
    );
  }
}
