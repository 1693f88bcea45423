import type { DueTab, TaskItem, TaskList, TaskPage } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { Reader, type UserActor } from '../../platform/index.js';
import type { Instant } from '../../shared/index.js';
import { deadlinesOf, filteredTasks, tabsOf, type FilteredTasks } from './filtered-tasks.js';
import { itemColumns, taskTables, toTaskItem, type TaskRow } from './task-row.js';

const orders: Readonly<Record<string, string>> = {
  dueOn: 'due_at',
  title: 'title',
  unit: 'unit_code',
  state: 'state',
  openedAt: 'opened_at',
};

/** Whether the tasks of a tab are among those listed. */
const isWanted = (one: DueTab, { tab, open }: Pick<TaskList, 'tab' | 'open'>): boolean =>
  (tab === undefined || tab === one) && (open === undefined || open === (one !== 'done'));

/** Tasks by due date, the most pressing first; a unit's people see those it leads or helps with. */
@Injectable()
export class ListTasks {
  constructor(
    private readonly reader: Reader,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  /**
   * The tabs count open and ended tasks, also where only one of the two is listed.
   * @param sourceIds what asks for the task (items of a conclusion), where only those are wanted
   */
  async execute(
    wanted: TaskList,
    actor: UserActor,
    now: Instant,
    sourceIds?: readonly string[],
  ): Promise<TaskPage> {
    const zone = this.calendars.zone;
    const filtered = (by: TaskList) => filteredTasks(by, actor, { now, zone }, sourceIds);
    const all = filtered({ ...wanted, open: undefined });
    const [rows, counted, calendar] = await Promise.all([
      this.page(wanted, filtered(wanted), now),
      this.reader.rows<{ tab: DueTab; count: number }>(
        `select tab, count(*)::int as count from (${all.text}) f group by tab`,
        all.values,
      ),
      this.calendars.of(this.reader, actor.administrationId),
    ]);
    const tabs = tabsOf(counted);
    const total = counted
      .filter(({ tab }) => isWanted(tab, wanted))
      .reduce((sum, { count }) => sum + count, 0);
    return { items: rows.map((row): TaskItem => toTaskItem(row, now, calendar, zone)), total, tabs };
  }

  /** Only the tasks of the page are read with all that is shown of them. */
  private page(
    { sort, order, tab, page, perPage }: TaskList,
    { text, values: filters }: FilteredTasks,
    now: Instant,
  ): Promise<TaskRow[]> {
    const values = [...filters];
    const next = (value: unknown): string => `$${values.push(value)}`;
    const conditions: string[] = [];
    if (tab !== undefined) {
      const { after, until } = deadlinesOf(tab, { now, zone: this.calendars.zone });
      conditions.push(`f.tab = ${next(tab)}`);
      if (after !== undefined) conditions.push(`f.due_at > ${next(after)}::timestamptz`);
      if (until !== undefined) conditions.push(`f.due_at <= ${next(until)}::timestamptz`);
    }
    const direction = order === 'DESC' ? 'desc' : 'asc';
    return this.reader.rows<TaskRow>(
      `with chosen as materialized (
         select id, row_number() over () as place from (
           select f.id from (${text}) f
            ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''}
            order by f.${orders[sort ?? ''] ?? 'due_at'} ${direction} nulls last, f.unit_code, f.id
            limit ${next(perPage)} offset ${next((page - 1) * perPage)}) first)
       select ${itemColumns} from chosen c join ${taskTables.replace('task t', 'task t on t.id = c.id')}
        order by c.place`,
      values,
    );
  }
}
