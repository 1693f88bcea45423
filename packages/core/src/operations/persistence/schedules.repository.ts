import type { Names, RunOutcome, ScheduleKind, ScheduleRule, StartCycleParams } from '@nhip/contracts';
import type { Transaction } from '../../platform/index.js';
import { DomainError, type Instant } from '../../shared/index.js';
import type { Occurrence } from '../domain/occurrences.js';

export interface Schedule {
  readonly id: string;
  readonly kind: ScheduleKind;
  readonly names: Names;
  readonly rule: ScheduleRule;
  readonly startCycle: StartCycleParams | null;
  readonly nextDueAt: Instant;
  readonly nextPeriod: string;
  readonly pausedAt: Instant | null;
  readonly revision: number;
}

export interface HeldRun {
  readonly periodKey: string;
  readonly outcome: RunOutcome;
  readonly attempts: number;
}

export const scheduleColumns = `id, kind, names, rule, start_cycle as "startCycle", next_due_at as "nextDueAt",
  next_period as "nextPeriod", paused_at as "pausedAt", revision`;

/** Schedules and their runs. */
export class Schedules {
  constructor(private readonly tx: Transaction) {}

  /** Locked; NOT_FOUND where it is none of this administration. */
  async getForUpdate(id: string): Promise<Schedule> {
    const [schedule] = await this.tx.rows<Schedule>(
      `select ${scheduleColumns} from schedule where administration_id = $1 and id = $2 for update`,
      [this.tx.administrationId, id],
    );
    if (schedule === undefined) throw new DomainError('NOT_FOUND');
    return schedule;
  }

  /** Those that go on and are not due yet, locked in order of id. */
  listAheadForUpdate(): Promise<Schedule[]> {
    return this.tx.rows<Schedule>(
      `select ${scheduleColumns} from schedule
        where administration_id = $1 and paused_at is null and next_due_at > $2 order by id for update`,
      [this.tx.administrationId, this.tx.now],
    );
  }

  /** Locked where it is due and nobody else has it in hand. */
  async takeDue(id: string): Promise<Schedule | undefined> {
    const [schedule] = await this.tx.rows<Schedule>(
      `select ${scheduleColumns} from schedule
        where administration_id = $1 and id = $2 and paused_at is null and next_due_at <= $3
          for update skip locked`,
      [this.tx.administrationId, id, this.tx.now],
    );
    return schedule;
  }

  /** False where it is one digest too many. */
  async insert(schedule: Schedule): Promise<boolean> {
    const rows = await this.tx.rows(
      `insert into schedule (administration_id, id, kind, names, rule, start_cycle, next_due_at, next_period, created_at, revision)
       values ($1, $2, $3, $4::jsonb, $5::jsonb, $6::jsonb, $7, $8, $9, 1) on conflict do nothing returning 1`,
      [
        this.tx.administrationId,
        schedule.id,
        schedule.kind,
        JSON.stringify(schedule.names),
        JSON.stringify(schedule.rule),
        schedule.startCycle && JSON.stringify(schedule.startCycle),
        schedule.nextDueAt,
        schedule.nextPeriod,
        this.tx.now,
      ],
    );
    return rows.length === 1;
  }

  async save(schedule: Schedule): Promise<void> {
    await this.tx.rows(
      `update schedule set names = $3::jsonb, rule = $4::jsonb, start_cycle = $5::jsonb, next_due_at = $6,
              next_period = $7, paused_at = $8, revision = $9
        where administration_id = $1 and id = $2`,
      [
        this.tx.administrationId,
        schedule.id,
        JSON.stringify(schedule.names),
        JSON.stringify(schedule.rule),
        schedule.startCycle && JSON.stringify(schedule.startCycle),
        schedule.nextDueAt,
        schedule.nextPeriod,
        schedule.pausedAt,
        schedule.revision,
      ],
    );
  }

  /** Runs of periods that have none yet; gives the keys of those. The key of a table: no period runs twice. */
  async addRuns(
    scheduleId: string,
    runs: readonly (Occurrence & { readonly outcome: 'waiting' | 'passed-over' })[],
  ): Promise<string[]> {
    const rows = await this.tx.rows<{ key: string }>(
      `insert into schedule_run (administration_id, schedule_id, period_key, due_at, outcome, ended_at)
       select $1, $2, period_key, due_at, outcome, case when outcome <> 'waiting' then $3::timestamptz end
         from unnest($4::text[], $5::timestamptz[], $6::text[]) as r(period_key, due_at, outcome)
       on conflict do nothing returning period_key as key`,
      [
        this.tx.administrationId,
        scheduleId,
        this.tx.now,
        runs.map(({ periodKey }) => periodKey),
        runs.map(({ dueAt }) => dueAt),
        runs.map(({ outcome }) => outcome),
      ],
    );
    return rows.map(({ key }) => key);
  }

  async runForUpdate(scheduleId: string, periodKey: string): Promise<HeldRun | undefined> {
    const [run] = await this.tx.rows<HeldRun>(
      `select period_key as "periodKey", outcome, attempts from schedule_run
        where administration_id = $1 and schedule_id = $2 and period_key = $3 for update`,
      [this.tx.administrationId, scheduleId, periodKey],
    );
    return run;
  }

  async endRun(
    scheduleId: string,
    periodKey: string,
    outcome: 'done' | 'failed' | 'passed-over',
    told: { readonly result?: object; readonly error?: object },
  ): Promise<void> {
    await this.tx.rows(
      `update schedule_run set outcome = $4, ended_at = $5, result = $6::jsonb, error = $7::jsonb
        where administration_id = $1 and schedule_id = $2 and period_key = $3`,
      [
        this.tx.administrationId,
        scheduleId,
        periodKey,
        outcome,
        this.tx.now,
        told.result === undefined ? null : JSON.stringify(told.result),
        told.error === undefined ? null : JSON.stringify(told.error),
      ],
    );
  }

  /** Once more; gives the number of the attempt. */
  async repeatRun(scheduleId: string, periodKey: string): Promise<number> {
    const [run] = await this.tx.rows<{ attempts: number }>(
      `update schedule_run set outcome = 'waiting', ended_at = null, error = null, attempts = attempts + 1
        where administration_id = $1 and schedule_id = $2 and period_key = $3 returning attempts`,
      [this.tx.administrationId, scheduleId, periodKey],
    );
    return run?.attempts ?? 1;
  }
}
