import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Review cycles and who takes part. State, stage deadlines and revision stand in procedure_instance. */
export class ReviewCycles0009 implements MigrationInterface {
  readonly name = 'ReviewCycles0000000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table review_cycle (
        id uuid primary key,
        administration_id uuid not null,
        code text not null,
        names jsonb not null,
        period jsonb not null,
        criteria_set_version_id uuid not null references criteria_set_version,
        previous_cycle_id uuid,
        stages jsonb not null default '{}',
        illustrative boolean not null default false,
        created_at timestamptz not null,
        launched_at timestamptz,
        published_at timestamptz,
        unique (administration_id, code),
        unique (administration_id, id),
        foreign key (administration_id, previous_cycle_id) references review_cycle (administration_id, id)
      );
      comment on column review_cycle.stages is 'The words of each stage deadline: { stage: { phrase, rule } }.';
      create index review_cycle_created_at on review_cycle (administration_id, created_at desc);

      create table cycle_participant (
        administration_id uuid not null,
        cycle_id uuid not null,
        unit_id uuid not null,
        status text not null default 'active' check (status in ('active', 'excused')),
        reason text,
        due jsonb,
        primary key (administration_id, cycle_id, unit_id),
        foreign key (administration_id, cycle_id) references review_cycle (administration_id, id),
        foreign key (administration_id, unit_id) references unit (administration_id, id)
      );
      create index cycle_participant_unit on cycle_participant (administration_id, unit_id);
      comment on column cycle_participant.due is 'The unit''s own deadline for collection { on, at }, where it was given one.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
