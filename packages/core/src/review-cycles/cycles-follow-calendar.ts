import type { Names } from '@nhip/contracts';
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
import type { Transaction } from '../platform/index.js';
import { dayAt, type Day, type Instant, type Sql } from '../shared/index.js';
import { Registries, stateOf, WorkflowEngine } from '../workflow/index.js';

interface Row {
  readonly id: string;
  readonly names: Names;
  readonly state: string;
  readonly stage: string;
  readonly of: Names | null;
  readonly phrase: string;
  readonly dueOn: Day;
  readonly createdAt: Instant;
  readonly launchedAt: Instant | null;
}

/** Stages of review cycles given in words follow the calendar; forms follow the stage in which they are collected. */
@Injectable()
export class CyclesFollowCalendar implements CalendarFollower, OnModuleInit {
  constructor(
    private readonly followers: CalendarFollowers,
    private readonly engine: WorkflowEngine,
    private readonly registries: Registries,
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
    now: Instant,
  ): Promise<DeadlineMove[]> {
    const moves = await this.moves(sql, administrationId, before, after, now);
    return moves.map(({ row, dueOn }) => ({
      kind: 'review-cycle',
      id: row.id,
      title: row.names.vi,
      of: row.of,
      phrase: row.phrase,
      from: row.dueOn,
      to: dueOn,
    }));
  }

  async move(
    tx: Transaction,
    before: WorkingCalendar,
    after: WorkingCalendar,
    reason: string,
  ): Promise<number> {
    const moves = await this.moves(tx, tx.administrationId, before, after, tx.now);
    const deadlines = new Map<string, Record<string, { on: Day; at: Instant }>>();
    const collecting = new Set<string>();
    for (const { row, dueOn, dueAt } of moves) {
      deadlines.set(row.id, { ...deadlines.get(row.id), [row.stage]: { on: dueOn, at: dueAt } });
      if (row.stage === 'collecting' && row.state === 'collecting') collecting.add(row.id);
    }
    await this.engine.act(tx, {
      ids: [...deadlines.keys()],
      action: 'review-cycle.deadline-moved',
      reason,
      deadlines,
    });
    // The administrator moves no deadlines of a cycle; what follows from the calendar is carried through here.
    if (collecting.size > 0)
      await this.registries.effectOf('submissions.move-deadline')(
        tx,
        [...collecting].map((id) => ({ id, params: {}, reason })),
      );
    return moves.length;
  }

  /** A deadline never moves to a moment that is over. */
  private async moves(
    sql: Sql,
    administrationId: string,
    before: WorkingCalendar,
    after: WorkingCalendar,
    now: Instant,
  ) {
    const zone = this.calendars.zone;
    const rows = await sql.rows<Row>(
      `select c.id, c.names, i.state, s.stage, stage.names as of, s.words ->> 'phrase' as phrase,
              i.deadlines -> s.stage ->> 'on' as "dueOn", c.created_at as "createdAt", c.launched_at as "launchedAt"
         from review_cycle c
         join procedure_instance i on i.administration_id = c.administration_id and i.id = c.id
         ${stateOf('i', 'st')}
         cross join jsonb_each(c.stages) as s(stage, words)
         join procedure_state stage on stage.procedure_version_id = i.procedure_version_id and stage.state = s.stage
        where c.administration_id = $1 and s.words ->> 'rule' is not null and s.words ->> 'phrase' is not null
          and i.deadlines ? s.stage and not st.final
        order by c.id, s.stage`,
      [administrationId],
    );
    return rows.flatMap((row) => {
      const { phrase, dueOn, createdAt, launchedAt } = row;
      const documentDays = [createdAt, launchedAt].map((at) => (at === null ? undefined : dayAt(at, zone)));
      const reading = reread({ phrase, dueOn, documentDays, before, after, zone });
      if (reading === undefined || reading.dueAt === null || reading.dueAt <= now) return [];
      return [{ row, dueOn: reading.dueOn, dueAt: reading.dueAt }];
    });
  }
}
