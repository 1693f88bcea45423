import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices in the application: what was said, to whom, when, and when it was read. */
export class Notices0006 implements MigrationInterface {
  readonly name = 'Notices0000000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notice (
        id uuid primary key,
        administration_id uuid not null references administration,
        account_id uuid not null references account,
        kind text not null,
        params jsonb not null default '{}',
        link text,
        at timestamptz not null,
        read_at timestamptz,
        unique (administration_id, id)
      );
      comment on column notice.at is 'Business time.';
      create index notice_account on notice (administration_id, account_id, at desc, id desc);
      create index notice_unread on notice (administration_id, account_id) where read_at is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
