import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Procedures as data, their running instances, and timers as rows. */
export class Workflow0002 implements MigrationInterface {
  readonly name = 'Workflow0000000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table procedure_version (
        id uuid primary key,
        administration_id uuid not null,
        code text not null,
        kind text not null,
        version int not null check (version > 0),
        status text not null check (status in ('draft', 'issued', 'retired')),
        -- json, not jsonb: the order of states and events is part of what was written
        content json not null,
        content_hash text not null,
        issued_at timestamptz,
        unique (administration_id, code, version)
      );
      create trigger procedure_version_issued before update or delete on procedure_version
        for each row execute function issued_never_changes();
      alter table procedure_version enable always trigger procedure_version_issued;

      create table procedure_instance (
        id uuid primary key,
        administration_id uuid not null,
        kind text not null,
        procedure_version_id uuid not null references procedure_version,
        state text not null,
        entered_at timestamptz not null,
        deadlines jsonb not null default '{}',
        generation int not null default 0,
        revision bigint not null,
        unique (administration_id, id)
      );
      create index procedure_instance_state on procedure_instance (administration_id, kind, state);

      create table timer (
        id bigint generated always as identity primary key,
        administration_id uuid not null,
        instance_id uuid not null,
        kind text not null,
        name text not null,
        event text not null,
        due_at timestamptz not null,
        generation int not null,
        state text not null default 'armed' check (state in ('armed', 'fired', 'cancelled')),
        fired_at timestamptz,
        foreign key (administration_id, instance_id) references procedure_instance (administration_id, id)
      );
      create unique index timer_armed on timer (administration_id, instance_id, name) where state = 'armed';
      create index timer_due on timer (due_at) where state = 'armed';
      create index timer_instance on timer (instance_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
