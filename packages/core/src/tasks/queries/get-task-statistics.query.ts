import {
  officialClasses,
  type OfficialClass,
  type TaskCounts,
  type TaskStatistics,
  type TaskStatisticsQuery,
  type TaskStatisticsRow,
} from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { Reader, type UserActor } from '../../platform/index.js';
import { dayAt, type Instant } from '../../shared/index.js';
import { taskTables, unitAs } from './task-row.js';

/** The official class of a task by one of its two deadlines, at the instant $3; as taskStatus() says. */
const classBy = (dueAt: string): string => `case
  when i.state in ('suspended', 'cancelled', 'withdrawn') then 'outside'
  when i.state = 'accepted' then case when t.handed_in_at >= ${dueAt} then 'done-late' else 'done-on-time' end
  when i.state = 'unanswered' or coalesce(t.handed_in_at, $3::timestamptz) >= ${dueAt} then 'open-overdue'
  else 'open-in-time' end`;

interface Counted {
  readonly present: OfficialClass;
  readonly original: OfficialClass;
  readonly count: number;
}

/** The official table of tasks by unit and in all, once by the present deadline and once by the original one. */
@Injectable()
export class GetTaskStatistics {
  constructor(
    private readonly reader: Reader,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  async execute(wanted: TaskStatisticsQuery, actor: UserActor, now: Instant): Promise<TaskStatistics> {
    const zone = this.calendars.zone;
    const units = await this.reader.rows<
      Pick<TaskStatisticsRow, 'unit'> & { readonly counted: readonly Counted[] }
    >(
      `select ${unitAs('g.unit_id')} as unit, g.counted
         from (select unit_id,
                      jsonb_agg(jsonb_build_object('present', present, 'original', original, 'count', count)) as counted
                 from (select t.unit_id, ${classBy('t.due_at')} as present,
                              ${classBy('t.original_due_at')} as original, count(*)::int as count
                         from ${taskTables}
                        where t.administration_id = $1
                          and ($4::uuid[] is null or t.unit_id = any($4))
                          and ($5::text is null or t.kind = $5)
                          and ($6::uuid is null or t.unit_id = $6)
                          and ($7::uuid is null or t.cycle_id = $7)
                          and ($8::date is null or (t.opened_at at time zone $10)::date >= $8)
                          and ($9::date is null or (t.opened_at at time zone $10)::date <= $9)
                        group by t.unit_id, present, original) c
                group by unit_id) g
         join unit k on k.id = g.unit_id
        order by k.code`,
      [
        actor.administrationId,
        dayAt(now, zone),
        now,
        actor.unitIds === 'all' ? null : actor.unitIds,
        wanted.kind ?? null,
        wanted.unitId ?? null,
        wanted.cycleId ?? null,
        wanted.from ?? null,
        wanted.to ?? null,
        zone,
      ],
    );
    const items = units.map(({ unit, counted: own }): TaskStatisticsRow => ({ unit, ...countedBoth(own) }));
    const rows = units.flatMap(({ counted: own }) => own);
    return { on: dayAt(now, zone), items, total: countedBoth(rows) };
  }
}

const countedBoth = (rows: readonly Counted[]): Pick<TaskStatisticsRow, 'present' | 'original'> => ({
  present: counted(rows, ({ present }) => present),
  original: counted(rows, ({ original }) => original),
});

function counted(rows: readonly Counted[], classOf: (row: Counted) => OfficialClass): TaskCounts {
  const of = (name: OfficialClass): number =>
    rows.filter((row) => classOf(row) === name).reduce((sum, { count }) => sum + count, 0);
  return Object.fromEntries(officialClasses.map((name) => [name, of(name)])) as TaskCounts;
}
