import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schedules as rows, each run under the key of its period: the same period never starts twice. */
export class Operations0028 implements MigrationInterface {
  readonly name = 'Operations0000000000028';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table schedule (
        id uuid primary key,
        administration_id uuid not null references administration,
        kind text not null check (kind in ('start-cycle', 'monthly-check', 'digest')),
        names jsonb not null,
        rule jsonb not null,
        start_cycle jsonb check ((start_cycle is not null) = (kind = 'start-cycle')),
        next_due_at timestamptz not null,
        next_period text not null,
        paused_at timestamptz,
        created_at timestamptz not null,
        revision bigint not null check (revision > 0),
        unique (administration_id, id)
      );
      comment on column schedule.next_due_at is 'Business time.';
      create index schedule_due on schedule (next_due_at) where paused_at is null;
      create unique index schedule_one_digest on schedule (administration_id) where kind = 'digest';

      create table schedule_run (
        administration_id uuid not null,
        schedule_id uuid not null,
        period_key text not null,
        due_at timestamptz not null,
        outcome text not null default 'waiting' check (outcome in ('waiting', 'done', 'failed', 'passed-over')),
        attempts int not null default 1,
        ended_at timestamptz check ((ended_at is null) = (outcome = 'waiting')),
        result jsonb,
        error jsonb,
        primary key (administration_id, schedule_id, period_key),
        foreign key (administration_id, schedule_id) references schedule (administration_id, id)
      );
      create index schedule_run_latest on schedule_run (administration_id, schedule_id, due_at desc);

      alter table outbox add column skipped_at timestamptz;
      comment on column outbox.skipped_at is 'An operator decided that it is not to be done; history says who and why.';
      create index outbox_failed on outbox (administration_id, failed_at) where failed_at is not null and done_at is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
