import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a sample installation plays when its clock passes a date. */
export class Demo0014 implements MigrationInterface {
  readonly name = 'Demo0000000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sample_event (
        id uuid primary key,
        due_at timestamptz not null,
        name text not null unique,
        done_at timestamptz
      );
      create index sample_event_due on sample_event (due_at) where done_at is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
