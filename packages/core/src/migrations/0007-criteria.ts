import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Criteria sets and their versions. A set belongs to an administration, or to the installation (nil uuid). */
export class Criteria0007 implements MigrationInterface {
  readonly name = 'Criteria0000000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table criteria_set (
        id uuid primary key,
        administration_id uuid not null,
        code text not null,
        names jsonb not null,
        revision bigint not null check (revision > 0),
        unique (administration_id, code),
        unique (administration_id, id)
      );

      create table criteria_set_version (
        id uuid primary key,
        administration_id uuid not null,
        set_id uuid not null,
        version int not null check (version > 0),
        status text not null check (status in ('draft', 'issued', 'retired')),
        content jsonb not null,
        content_hash text not null,
        issued_at timestamptz check ((issued_at is null) = (status = 'draft')),
        unique (administration_id, set_id, version),
        foreign key (administration_id, set_id) references criteria_set (administration_id, id)
      );
      comment on column criteria_set_version.content is 'criteriaSetContent of the contracts.';
      comment on column criteria_set_version.content_hash is 'SHA-256 of the canonical JSON of the content.';
      create unique index criteria_set_version_draft on criteria_set_version (administration_id, set_id)
        where status = 'draft';
      create trigger criteria_set_version_issued before update or delete on criteria_set_version
        for each row execute function issued_never_changes();
      alter table criteria_set_version enable always trigger criteria_set_version_issued;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
