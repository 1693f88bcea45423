import type { ExplainedResult, OverviewCard, OverviewItem, OverviewTile } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { Reader } from '../../platform/index.js';
import { ENDED, itemColumns, ListTasks, taskTables, toTaskItem, type TaskRow } from '../../tasks/index.js';
import { CARD_ITEMS, unitsOf, type Asking } from '../asking.js';
import { card, tile } from '../domain/cards.js';
import { ofTask } from '../domain/items.js';

/** What waits for somebody: conditions over task t and procedure_instance i; $4 is now. */
const conditions = {
  'to-do': `i.state in ('assigned', 'received', 'in-progress', 'returned', 'partly-done')`,
  'to-approve': `i.state = 'prepared'`,
  'to-judge': `i.state in ('answered', 'reported') and t.kind <> 'requirement'`,
  'to-extend': `not ${ENDED} and t.handed_in_at is null and i.state <> 'suspended' and t.kind <> 'requirement'
    and exists (select from task_extension x where x.administration_id = t.administration_id and x.task_id = t.id
      and x.state = 'requested')`,
  overdue: `not ${ENDED} and i.state <> 'suspended' and coalesce(t.handed_in_at, $4::timestamptz) >= t.due_at`,
} as const;

type Row = TaskRow & { readonly explains: readonly ExplainedResult[]; readonly total: number };

/** Tasks on the homes. */
@Injectable()
export class TaskSection {
  constructor(
    private readonly reader: Reader,
    private readonly listTasks: ListTasks,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  /** The most pressing tasks of a kind and how many there are. */
  async waiting(
    what: keyof typeof conditions,
    asking: Asking,
    sees: 'own' | 'units',
  ): Promise<{ readonly items: OverviewItem[]; readonly count: number }> {
    const { actor, now, today } = asking;
    const [rows, calendar] = await Promise.all([
      this.reader.rows<Row>(
        `with waiting as materialized (
           select t.id, t.due_at from ${taskTables}
            where t.administration_id = $1 and ($3::uuid[] is null or t.unit_id = any($3))
              and $4::timestamptz is not null and ${conditions[what]}),
         chosen as (select id from waiting order by due_at nulls last, id limit ${CARD_ITEMS})
         select ${itemColumns}, t.explains, (select count(*)::int from waiting) as total
           from ${taskTables} where t.administration_id = $1 and t.id in (select id from chosen)
          order by t.due_at nulls last, t.id`,
        [actor.administrationId, today, unitsOf(asking), now],
      ),
      this.calendars.of(this.reader, actor.administrationId),
    ]);
    const items = rows.map((row) =>
      ofTask({ ...toTaskItem(row, now, calendar, this.calendars.zone), explains: row.explains }, sees),
    );
    return { items, count: rows[0]?.total ?? 0 };
  }

  async overdue(asking: Asking): Promise<OverviewCard> {
    const { items, count } = await this.waiting('overdue', asking, 'units');
    return card('tasks-overdue', items, { count, link: '/tasks?tab=overdue' });
  }

  async toJudge(asking: Asking): Promise<OverviewCard> {
    const { items, count } = await this.waiting('to-judge', asking, 'units');
    return card('answers-to-judge', items, { count, link: '/tasks' });
  }

  /** Requests for more time that wait for a decision. */
  async toExtend(asking: Asking): Promise<OverviewCard> {
    const { items, count } = await this.waiting('to-extend', asking, 'units');
    return card('extensions-to-decide', items, { count, link: '/tasks?extension=requested' });
  }

  /** Marked for criticism and not decided. */
  async marked({ actor, now }: Asking): Promise<OverviewCard> {
    const { items, total } = await this.listTasks.execute(
      { page: 1, perPage: CARD_ITEMS, order: 'ASC', criticism: 'marked' },
      actor,
      now,
    );
    return card(
      'to-criticise',
      items.map((task) => ofTask({ ...task, explains: [] }, 'units')),
      { count: total, link: '/tasks?criticism=marked' },
    );
  }

  /** What units still owe these supervisions, the most pressing first, and how much of it is overdue. */
  async required(
    supervisionIds: readonly string[],
    { actor, now }: Asking,
  ): Promise<{ readonly card: OverviewCard; readonly overdue: number }> {
    const { items, total, tabs } = await this.listTasks.execute(
      { page: 1, perPage: CARD_ITEMS, order: 'ASC', sort: 'dueOn', kind: 'requirement', open: true },
      actor,
      now,
      supervisionIds,
    );
    const open = items.map((task) => ofTask({ ...task, explains: [] }, 'units'));
    return {
      card: card('requirements-open', open, { count: total, link: '/tasks?kind=requirement' }),
      overdue: tabs.overdue,
    };
  }

  /** How many tasks are overdue, and due today and this week. */
  async byDueDate({ actor, now }: Asking): Promise<OverviewTile[]> {
    const { tabs } = await this.listTasks.execute(
      { page: 1, perPage: 1, order: 'ASC', open: true },
      actor,
      now,
    );
    return [
      tile('tasks-overdue', tabs.overdue, { link: '/tasks?tab=overdue' }),
      tile('tasks-today', tabs.today, { link: '/tasks?tab=today' }),
      tile('tasks-week', tabs.week, { link: '/tasks?tab=week' }),
    ];
  }

  /** Directives by the four official classes, where there are any; suspended, cancelled and withdrawn ones count nowhere. */
  async directives(asking: Asking): Promise<OverviewTile[]> {
    const [row] = await this.reader.rows<Record<'inTime' | 'overdue' | 'onTime' | 'late', number>>(
      `select count(*) filter (where not done and not late)::int as "inTime",
              count(*) filter (where not done and late)::int as overdue,
              count(*) filter (where done and not late)::int as "onTime",
              count(*) filter (where done and late)::int as late
         from (select i.state = 'accepted' as done,
                      coalesce(coalesce(t.handed_in_at, $3::timestamptz) >= t.due_at, false) as late
                 from task t join procedure_instance i on i.administration_id = t.administration_id and i.id = t.id
                where t.administration_id = $1 and t.kind = 'directive'
                  and ($2::uuid[] is null or t.unit_id = any($2) or t.co_unit_ids && $2)
                  and i.state not in ('suspended', 'cancelled', 'withdrawn')) d`,
      [asking.actor.administrationId, unitsOf(asking), asking.now],
    );
    if (row === undefined || row.inTime + row.overdue + row.onTime + row.late === 0) return [];
    return [
      tile('open-in-time', row.inTime, { link: '/tasks?kind=directive&open=true' }),
      tile('open-overdue', row.overdue, { link: '/tasks?kind=directive&tab=overdue' }),
      tile('done-on-time', row.onTime, { link: '/tasks?kind=directive&tab=done' }),
      tile('done-late', row.late, { link: '/tasks?kind=directive&tab=done' }),
    ];
  }
}
