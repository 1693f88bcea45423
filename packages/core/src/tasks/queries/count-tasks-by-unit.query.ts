import type { TaskGroup, TaskGroupQuery } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { Reader, type UserActor } from '../../platform/index.js';
import type { Instant } from '../../shared/index.js';
import { filteredTasks, tabsOf } from './filtered-tasks.js';
import { unitAs } from './task-row.js';

/** How many open tasks each unit leads, by due date: those with the most overdue first. */
@Injectable()
export class CountTasksByUnit {
  constructor(
    private readonly reader: Reader,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  async execute(wanted: TaskGroupQuery, actor: UserActor, now: Instant): Promise<TaskGroup[]> {
    const reading = { now, zone: this.calendars.zone };
    const { text, values } = filteredTasks({ ...wanted, open: true }, actor, reading);
    const rows = await this.reader.rows<{
      readonly unit: NonNullable<TaskGroup['unit']>;
      readonly counted: Parameters<typeof tabsOf>[0];
    }>(
      `select ${unitAs('g.unit_id')} as unit, g.counted
         from (select unit_id, jsonb_agg(jsonb_build_object('tab', tab, 'count', count)) as counted,
                      sum(count) filter (where tab = 'overdue') as overdue
                 from (select unit_id, tab, count(*)::int as count from (${text}) f group by unit_id, tab) c
                group by unit_id) g
         join unit k on k.id = g.unit_id
        order by g.overdue desc nulls last, k.code`,
      values,
    );
    return rows.map(({ unit, counted }) => ({ id: unit.id, unit, conclusion: null, tabs: tabsOf(counted) }));
  }
}
