import type { DeadlineReadingView, Names } from '@nhip/contracts';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
  CalendarFollowers,
  CALENDARS,
  reread,
  type CalendarFollower,
  type Calendars,
  type DeadlineMove,
  type WorkingCalendar,
} from '../calendar/index.js';
import { notify } from '../notices/index.js';
import type { Transaction } from '../platform/index.js';
import { dayAt, type Day, type Instant, type Sql } from '../shared/index.js';
import { WorkflowEngine } from '../workflow/index.js';
import { Tasks } from './persistence/tasks.repository.js';
import { ENDED, taskTables } from './queries/task-row.js';

interface Row {
  readonly id: string;
  readonly title: string;
  /** The unit in charge and those that take part. */
  readonly unitIds: readonly string[];
  readonly of: Names | null;
  readonly phrase: string;
  readonly reading: DeadlineReadingView;
  readonly dueOn: Day;
  readonly openedAt: Instant;
}

/** Deadlines of tasks given in words follow the calendar; a day chosen by hand, or handed in already, stays. */
@Injectable()
export class TasksFollowCalendar implements CalendarFollower, OnModuleInit {
  constructor(
    private readonly followers: CalendarFollowers,
    private readonly engine: WorkflowEngine,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  onModuleInit(): void {
    this.followers.add(this);
  }

  async find(
    sql: Sql,
    administrationId: string,
    before: WorkingCalendar,
    after: WorkingCalendar,
  ): Promise<DeadlineMove[]> {
    const moves = await this.readings(sql, administrationId, before, after);
    return moves.map(({ row, reading }) => ({
      kind: 'task',
      id: row.id,
      title: row.title,
      of: row.of,
      phrase: row.phrase,
      from: row.dueOn,
      to: reading.dueOn,
    }));
  }

  async move(
    tx: Transaction,
    before: WorkingCalendar,
    after: WorkingCalendar,
    reason: string,
  ): Promise<number> {
    const readings = await this.readings(tx, tx.administrationId, before, after);
    const moves = readings.flatMap(({ row, reading }) => {
      const { dueOn, dueAt } = reading;
      // A deadline never moves to a moment that is over.
      return dueAt === null || dueAt <= tx.now ? [] : [{ ...row, earlier: row.dueOn, reading, dueOn, dueAt }];
    });
    if (moves.length === 0) return 0;
    await this.engine.act(tx, {
      ids: moves.map(({ id }) => id),
      action: 'task.deadline-moved',
      reason,
      change: () => tx.use(Tasks).moveDeadlines(moves),
      deadlines: new Map(moves.map(({ id, dueOn, dueAt }) => [id, { due: { on: dueOn, at: dueAt } }])),
    });
    await notify(
      tx,
      moves.map(({ id, title, unitIds, dueOn, earlier }) => ({
        to: { role: ['unit-leader', 'unit-officer'], unitIds },
        kind: 'task.deadline-moved',
        params: { title, dueOn, earlier, reason },
        link: `/tasks/${id}/show`,
      })),
    );
    return moves.length;
  }

  private async readings(
    sql: Sql,
    administrationId: string,
    before: WorkingCalendar,
    after: WorkingCalendar,
  ) {
    const zone = this.calendars.zone;
    const rows = await sql.rows<Row>(
      `select t.id, t.title, t.unit_id || t.co_unit_ids as "unitIds", t.phrase, t.reading, t.due_on as "dueOn", t.opened_at as "openedAt",
              (select w.names from unit_version w
                where w.administration_id = t.administration_id and w.unit_id = t.unit_id
                order by w.valid_from desc limit 1) as of
         from ${taskTables}
        where t.administration_id = $1 and not ${ENDED} and t.handed_in_at is null and t.due_on is not null
          and t.phrase is not null and t.reading is not null and not t.reading ? 'override'
        order by t.due_on, t.id`,
      [administrationId],
    );
    return rows.flatMap((row) => {
      const { phrase, dueOn, reading: read, openedAt } = row;
      const from = read.rule.params['from'];
      const documentDays = [typeof from === 'string' ? (from as Day) : undefined, dayAt(openedAt, zone)];
      const reading = reread({ phrase, dueOn, documentDays, before, after, zone });
      return reading === undefined ? [] : [{ row, reading }];
    });
  }
}
