import type { TaskGroup, TaskGroupQuery } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { Reader, type UserActor } from '../../platform/index.js';
import type { Instant } from '../../shared/index.js';
import { filteredTasks, tabsOf } from '../../tasks/index.js';

type Row = NonNullable<TaskGroup['conclusion']> & { readonly counted: Parameters<typeof tabsOf>[0] };

/** How many open tasks stem from each conclusion, by due date: the newest conclusion first. */
@Injectable()
export class CountTasksByConclusion {
  constructor(
    private readonly reader: Reader,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  async execute(wanted: TaskGroupQuery, actor: UserActor, now: Instant): Promise<TaskGroup[]> {
    const reading = { now, zone: this.calendars.zone };
    const { text, values } = filteredTasks({ ...wanted, open: true }, actor, reading);
    const rows = await this.reader.rows<Row>(
      `select c.id, c.title, c.number, c.held_on as "heldOn",
              jsonb_agg(jsonb_build_object('tab', g.tab, 'count', g.count)) as counted
         from (select n.conclusion_id, f.tab, count(*)::int as count
                 from (${text}) f
                 join conclusion_item n on n.administration_id = $1 and n.id = f.source_id
                group by n.conclusion_id, f.tab) g
         join conclusion c on c.administration_id = $1 and c.id = g.conclusion_id
        group by c.id
        order by c.held_on desc, c.id`,
      values,
    );
    return rows.map(({ counted, ...conclusion }) => ({
      id: conclusion.id,
      unit: null,
      conclusion,
      tabs: tabsOf(counted),
    }));
  }
}
