import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Evidence files by their SHA-256 (the bytes stand in the file store), and the calendar feeds of units. */
export class Evidence0026 implements MigrationInterface {
  readonly name = 'Evidence0000000000026';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table evidence (
        id uuid primary key,
        administration_id uuid not null references administration,
        unit_id uuid not null,
        number int not null check (number > 0),
        subject_kind text not null check (subject_kind in ('submission', 'task')),
        subject_id uuid not null,
        element_code text,
        month date check (month is null or element_code is not null),
        name text not null,
        media_type text not null,
        size bigint not null check (size > 0),
        sha256 bytea not null check (length(sha256) = 32),
        document_number text,
        document_on date,
        page text,
        note text,
        given_by uuid,
        given_at timestamptz not null,
        submitted_at timestamptz,
        withdrawn_at timestamptz check (withdrawn_at is null or submitted_at is null),
        revision bigint not null check (revision > 0),
        unique (administration_id, id),
        unique (administration_id, unit_id, number),
        foreign key (administration_id, unit_id) references unit (administration_id, id)
      );
      comment on table evidence is 'What was given as evidence, and how it is cited. The bytes stand in the file store under their hash.';
      comment on column evidence.number is 'Running number within the unit.';
      comment on column evidence.element_code is 'Of a submission: the figure it proves.';
      comment on column evidence.given_by is 'Account; null for the system.';
      comment on column evidence.submitted_at is 'When it left the unit with what it proves: from then on it stays.';
      comment on column evidence.withdrawn_at is 'Taken back before that by who gave it: the row stays, the bytes go once no row uses them.';
      create index evidence_subject on evidence (administration_id, subject_kind, subject_id, number);
      create index evidence_content on evidence (sha256) where withdrawn_at is null;

      create function evidence_stays() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' or old.submitted_at is not null or old.withdrawn_at is not null
           or to_jsonb(old) - '{submitted_at,withdrawn_at,revision}'::text[]
              is distinct from to_jsonb(new) - '{submitted_at,withdrawn_at,revision}'::text[] then
          raise exception 'evidence stays as it was given: % refused', tg_op using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$;
      create trigger evidence_stays before update or delete on evidence
        for each row execute function evidence_stays();
      alter table evidence enable always trigger evidence_stays;

      create table task_feed (
        id uuid primary key,
        administration_id uuid not null,
        unit_id uuid not null,
        token_hash bytea not null check (length(token_hash) = 32),
        language text not null check (language in ('vi', 'en')),
        made_by uuid,
        made_at timestamptz not null,
        revoked_at timestamptz,
        revision bigint not null check (revision > 0),
        unique (administration_id, id),
        unique (administration_id, unit_id),
        foreign key (administration_id, unit_id) references unit (administration_id, id)
      );
      comment on table task_feed is 'Calendar address of a unit''s task deadlines: whoever knows the token reads them. Only its hash is kept.';
      create index task_feed_token on task_feed (token_hash) where revoked_at is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
