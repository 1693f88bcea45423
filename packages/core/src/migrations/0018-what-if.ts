import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What-if: what is supposed of a cycle's criteria and figures. Its results are computed when read and stored nowhere. */
export class WhatIf0018 implements MigrationInterface {
  readonly name = 'WhatIf0000000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table what_if (
        id uuid primary key,
        administration_id uuid not null,
        cycle_id uuid not null,
        run_id uuid not null,
        name text not null check (length(name) > 0),
        note text,
        status text not null check (status in ('open', 'kept', 'dropped')),
        changes jsonb not null,
        started_by text not null,
        started_at timestamptz not null,
        revision bigint not null check (revision > 0),
        check (status <> 'kept' or note is not null),
        unique (administration_id, id),
        foreign key (administration_id, run_id) references scoring_run (administration_id, id)
      );
      comment on column what_if.changes is 'Objects of the criteria, whole, and figures, in place of those of the cycle.';
      comment on column what_if.started_by is 'user:<account id>, as in history.';
      create index what_if_of_cycle on what_if (administration_id, cycle_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
