import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Scoring runs, and scores and totals as append-only versions; a frozen run can change in no way. */
export class Scoring0012 implements MigrationInterface {
  readonly name = 'Scoring0000000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table scoring_run (
        id uuid primary key,
        administration_id uuid not null,
        cycle_id uuid not null,
        number int not null check (number > 0),
        criteria_set_version_id uuid not null references criteria_set_version,
        corrects uuid,
        status text not null check (status in ('open', 'frozen', 'published')),
        figures_as_of timestamptz not null,
        computed_at timestamptz not null,
        frozen_at timestamptz check ((frozen_at is null) = (status = 'open')),
        published_at timestamptz check ((published_at is null) = (status <> 'published')),
        revision bigint not null check (revision > 0),
        unique (administration_id, cycle_id, number),
        unique (administration_id, id),
        foreign key (administration_id, cycle_id) references review_cycle (administration_id, id),
        foreign key (administration_id, corrects) references scoring_run (administration_id, id)
      );
      comment on column scoring_run.figures_as_of is
        'Machine time at which the figures were read: those recorded and not superseded then are what was scored.';
      create unique index scoring_run_open on scoring_run (administration_id, cycle_id) where status = 'open';

      create function frozen_run_never_changes() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' or (old.status <> 'open' and (old.status = 'published' or new.status <> 'published'
             or to_jsonb(new) - '{status,published_at,revision}'::text[]
                is distinct from to_jsonb(old) - '{status,published_at,revision}'::text[])) then
          raise exception 'scoring_run: what is frozen never changes; run a new scoring'
            using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$;
      create trigger scoring_run_frozen before update or delete on scoring_run
        for each row execute function frozen_run_never_changes();
      alter table scoring_run enable always trigger scoring_run_frozen;

      create table score (
        administration_id uuid not null,
        run_id uuid not null,
        unit_id uuid not null,
        indicator_code text not null,
        state text not null check (state in ('scored', 'missing', 'not-applicable', 'error')),
        numerator numeric,
        denominator numeric,
        value_num numeric,
        value_den numeric,
        points_num numeric,
        points_den numeric,
        shown_value text,
        shown_points text,
        policy text not null,
        breaches jsonb not null,
        target_met boolean,
        valid_on date not null,
        recorded_at timestamptz not null default clock_timestamp(),
        superseded_at timestamptz,
        foreign key (administration_id, run_id) references scoring_run (administration_id, id),
        foreign key (administration_id, unit_id) references unit (administration_id, id)
      );
      comment on column score.policy is 'Policies that acted, in order, separated by a space.';
      create unique index score_current on score (administration_id, run_id, unit_id, indicator_code)
        where superseded_at is null;
      create index score_versions on score (administration_id, run_id, unit_id) where superseded_at is not null;

      create table total_score (
        administration_id uuid not null,
        run_id uuid not null,
        unit_id uuid not null,
        revision bigint not null check (revision > 0),
        peer_group_id uuid,
        points_num numeric,
        points_den numeric,
        shown_points text,
        class_code text,
        fields jsonb not null,
        rank int check (rank > 0),
        tied boolean not null,
        ranked int,
        unranked text,
        scores_written int not null,
        scores_hash text not null,
        valid_on date not null,
        recorded_at timestamptz not null default clock_timestamp(),
        superseded_at timestamptz,
        primary key (administration_id, run_id, unit_id, revision),
        foreign key (administration_id, run_id) references scoring_run (administration_id, id),
        foreign key (administration_id, unit_id) references unit (administration_id, id)
      );
      comment on column total_score.rank is 'Written when the run is frozen; ranks of an open run are computed when read.';
      comment on column total_score.scores_hash is 'SHA-256 of the score rows the same command wrote for the unit.';
      create unique index total_score_current on total_score (administration_id, run_id, unit_id)
        where superseded_at is null;

      create function only_in_an_open_run() returns trigger language plpgsql as $$
      begin
        if exists (select from (select distinct administration_id, run_id from changed) c
                     join scoring_run r on r.administration_id = c.administration_id and r.id = c.run_id
                    where r.status <> 'open') then
          raise exception '%: the run is frozen', tg_table_name using errcode = 'insufficient_privilege';
        end if;
        return null;
      end $$;
      ${['score', 'total_score'].map(guards).join('')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

const guards = (table: string): string => `
      create trigger ${table}_versions before update or delete on ${table}
        for each row execute function only_supersede();
      create trigger ${table}_inserted after insert on ${table} referencing new table as changed
        for each statement execute function only_in_an_open_run();
      create trigger ${table}_superseded after update on ${table} referencing new table as changed
        for each statement execute function only_in_an_open_run();
      alter table ${table} enable always trigger ${table}_versions;
      alter table ${table} enable always trigger ${table}_inserted;
      alter table ${table} enable always trigger ${table}_superseded;`;
