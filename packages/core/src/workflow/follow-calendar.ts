import type { DeadlineReadingView, Names } from '@nhip/contracts';
import {
  reread,
  type CalendarFollower,
  type Calendars,
  type DeadlineMove,
  type DeadlineReading,
  type WorkingCalendar,
} from '../calendar/index.js';
import type { Transaction } from '../platform/index.js';
import { dayAt, type Day, type Instant, type Sql } from '../shared/index.js';
import type { WorkflowEngine } from './engine.js';

/** A record with a deadline in words, as it stands. */
export interface InWords {
  readonly id: string;
  readonly title: string;
  /** The unit that is to act. */
  readonly of: Names | null;
  readonly phrase: string;
  readonly reading: DeadlineReadingView;
  readonly dueOn: Day;
  readonly openedAt: Instant;
}

/** The day its words mean by the changed calendar. */
export interface Moved<Row extends InWords> {
  readonly row: Row;
  readonly reading: DeadlineReading;
  readonly dueOn: Day;
  readonly dueAt: Instant;
}

interface Kind<Row extends InWords> {
  /** The kind of record, which is also its table, with the columns reading, due_on, due_at. */
  readonly kind: 'task' | 'recommendation';
  /** Open ones with a deadline in words that was not set by hand, in order of deadline. */
  readonly rows: (sql: Sql, administrationId: string) => Promise<Row[]>;
  /** Of moves that would happen together (id → new day) those that may; absent: all. */
  readonly may?: (
    sql: Sql,
    administrationId: string,
    moves: ReadonlyMap<string, Day | null>,
  ) => Promise<ReadonlySet<string>>;
  readonly tell: (tx: Transaction, moves: readonly Moved<Row>[], reason: string) => Promise<void>;
}

/** Deadlines given in words follow the calendar, those of all records of a kind at once. */
export class FollowCalendar<Row extends InWords> implements CalendarFollower {
  constructor(
    private readonly engine: WorkflowEngine,
    private readonly calendars: Calendars,
    private readonly of: Kind<Row>,
  ) {}

  async find(
    sql: Sql,
    administrationId: string,
    before: WorkingCalendar,
    after: WorkingCalendar,
    now: Instant,
  ): Promise<DeadlineMove[]> {
    const moves = await this.moves(sql, administrationId, before, after, now);
    return moves.map(({ row: { id, title, of, phrase, dueOn: from }, dueOn: to }) => ({
      kind: this.of.kind,
      id,
      title,
      of,
      phrase,
      from,
      to,
    }));
  }

  async move(
    tx: Transaction,
    before: WorkingCalendar,
    after: WorkingCalendar,
    reason: string,
  ): Promise<number> {
    const moves = await this.moves(tx, tx.administrationId, before, after, tx.now);
    if (moves.length === 0) return 0;
    await this.engine.act(tx, {
      ids: moves.map(({ row }) => row.id),
      action: `${this.of.kind}.deadline-moved`,
      reason,
      change: () => this.save(tx, moves),
      deadlines: new Map(moves.map(({ row, dueOn, dueAt }) => [row.id, { due: { on: dueOn, at: dueAt } }])),
    });
    await this.of.tell(tx, moves, reason);
    return moves.length;
  }

  private async save(tx: Transaction, moves: readonly Moved<Row>[]): Promise<void> {
    await tx.rows(
      `update ${this.of.kind} r set reading = m.reading::jsonb, due_on = m.due_on, due_at = m.due_at
         from unnest($2::uuid[], $3::text[], $4::date[], $5::timestamptz[]) as m(id, reading, due_on, due_at)
        where r.administration_id = $1 and r.id = m.id`,
      [
        tx.administrationId,
        moves.map(({ row }) => row.id),
        moves.map(({ reading }) => JSON.stringify(reading)),
        moves.map(({ dueOn }) => dueOn),
        moves.map(({ dueAt }) => dueAt),
      ],
    );
  }

  /** A deadline never moves to a moment that is over. */
  private async moves(
    sql: Sql,
    administrationId: string,
    before: WorkingCalendar,
    after: WorkingCalendar,
    now: Instant,
  ): Promise<Moved<Row>[]> {
    const { zone } = this.calendars;
    const moves = (await this.of.rows(sql, administrationId)).flatMap((row) => {
      const { phrase, dueOn, reading: read, openedAt } = row;
      const from = read.rule.params['from'];
      const documentDays = [typeof from === 'string' ? (from as Day) : undefined, dayAt(openedAt, zone)];
      const reading = reread({ phrase, dueOn, documentDays, before, after, zone });
      if (reading === undefined || reading.dueAt === null || reading.dueAt <= now) return [];
      return [{ row, reading, dueOn: reading.dueOn, dueAt: reading.dueAt }];
    });
    if (this.of.may === undefined || moves.length === 0) return moves;
    const days = new Map(moves.map(({ row, dueOn }) => [row.id, dueOn]));
    const may = await this.of.may(sql, administrationId, days);
    return moves.filter(({ row }) => may.has(row.id));
  }
}
