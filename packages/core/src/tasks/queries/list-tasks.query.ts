import type { DueTab, TaskItem, TaskList, TaskPage } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { Reader, type UserActor } from '../../platform/index.js';
import type { Instant } from '../../shared/index.js';
import { FILTERED, filterValues, tabsOf } from './filtered-tasks.js';
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
    const values = filterValues(wanted, actor, now, zone, sourceIds);
    const [rows, counted, calendar] = await Promise.all([
      this.page(wanted, values),
      this.reader.rows<{ tab: DueTab; count: number }>(
        `select tab, count(*)::int as count from (${FILTERED}) f group by tab`,
        filterValues({ ...wanted, open: undefined }, actor, now, zone, sourceIds),
      ),
      this.calendars.of(this.reader, actor.administrationId),
    ]);
    const tabs = tabsOf(counted);
    const total = counted
      .filter(({ tab }) => isWanted(tab, wanted))
      .reduce((sum, { count }) => sum + count, 0);
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
          where $17::text is null or f.tab = $17
          order by ${by} limit $18 offset $19)
       select ${itemColumns} from chosen c join ${taskTables.replace('task t', 'task t on t.id = c.id')}
        order by c.place`,
      [...values, tab ?? null, perPage, (page - 1) * perPage],
    );
  }
}
