import type { ScheduleRun, ScheduleView } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { Reader, type UserActor } from '../../platform/index.js';
import { nextOccurrences } from '../domain/occurrences.js';
import { scheduleColumns, type Schedule } from '../persistence/schedules.repository.js';

const RUNS = 5;
const NEXT = 3;

interface Row extends Schedule {
  readonly runs: readonly ScheduleRun[];
}

const time = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Every schedule of the administration with its last runs and the next. */
@Injectable()
export class ListSchedules {
  constructor(
    private readonly reader: Reader,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  async execute({ administrationId }: UserActor): Promise<{ items: ScheduleView[]; total: number }> {
    const [rows, calendar] = await Promise.all([
      this.reader.rows<Row>(
        `select ${scheduleColumns},
                coalesce((select json_agg(json_build_object('periodKey', r.period_key, 'dueAt', ${time('r.due_at')},
                    'outcome', r.outcome, 'endedAt', ${time('r.ended_at')}, 'result', r.result, 'error', r.error)
                    order by r.due_at desc)
                  from (select * from schedule_run r
                         where r.administration_id = s.administration_id and r.schedule_id = s.id
                         order by due_at desc limit ${RUNS}) r), '[]') as runs
           from schedule s where administration_id = $1 order by created_at, id`,
        [administrationId],
      ),
      this.calendars.of(this.reader, administrationId),
    ]);
    const surroundings = { calendar, zone: this.calendars.zone };
    const items = rows.map(({ nextDueAt, nextPeriod, pausedAt, rule, ...row }): ScheduleView => {
      const first = { periodKey: nextPeriod, dueAt: nextDueAt };
      return {
        id: row.id,
        kind: row.kind,
        names: row.names,
        rule,
        startCycle: row.startCycle,
        pausedAt,
        next: pausedAt === null ? [first, ...nextOccurrences(rule, first.dueAt, NEXT - 1, surroundings)] : [],
        runs: [...row.runs],
        revision: row.revision,
      };
    });
    return { items, total: items.length };
  }
}
