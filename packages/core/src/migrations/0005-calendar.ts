import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Days off, in-lieu days and swapped working days: decreed every year, so data. */
export class Calendar0005 implements MigrationInterface {
  readonly name = 'Calendar0000000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table calendar (
        administration_id uuid primary key,
        revision bigint not null
      );

      create table calendar_day (
        administration_id uuid not null,
        day date not null,
        kind text not null check (kind in ('statutory', 'in_lieu', 'swap_off', 'swap_work', 'unconfirmed')),
        name text not null,
        name_en text,
        confidence text not null check (confidence in ('verified', 'recalled', 'computed')),
        source text,
        recorded_at timestamptz not null default clock_timestamp(),
        superseded_at timestamptz
      );
      comment on table calendar_day is 'Versions: the one not superseded decides. An administration''s own day goes before the installation''s.';
      create unique index calendar_day_current on calendar_day (administration_id, day) where superseded_at is null;
      create trigger calendar_day_versions before update or delete on calendar_day
        for each row execute function only_supersede();
      alter table calendar_day enable always trigger calendar_day_versions;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
