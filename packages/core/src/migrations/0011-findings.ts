import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the figure detective found, with answer and settlement. */
export class Findings0011 implements MigrationInterface {
  readonly name = 'Findings0000000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table finding (
        id uuid primary key,
        administration_id uuid not null,
        cycle_id uuid not null,
        unit_id uuid,
        code text not null,
        subject_key text not null,
        subject jsonb not null,
        importance text not null check (importance in ('error', 'warning', 'notice')),
        expected text,
        found text,
        params jsonb not null,
        state text not null check (state in ('open', 'explained', 'settled', 'void')),
        answer jsonb,
        settlement jsonb,
        at timestamptz not null,
        revision bigint not null check (revision > 0),
        foreign key (administration_id, cycle_id) references review_cycle (administration_id, id),
        foreign key (administration_id, unit_id) references unit (administration_id, id)
      );
      comment on column finding.unit_id is 'Null: about several units or the cycle as a whole.';
      comment on column finding.subject_key is 'What it is about within its code: a check finds it again by this and raises it once.';
      comment on column finding.at is 'Business time at which it was raised, or raised again.';
      create unique index finding_identity on finding (administration_id, cycle_id, unit_id, code, subject_key)
        nulls not distinct;
      create index finding_open on finding (administration_id, cycle_id, unit_id) where state in ('open', 'explained');
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
