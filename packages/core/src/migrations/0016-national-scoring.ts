import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Scoring at national size, and what people decide about points: self-scores and appraised scores as versions, and
 * results of earlier rounds as they were published elsewhere.
 */
export class NationalScoring0016 implements MigrationInterface {
  readonly name = 'NationalScoring0000000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A run of the whole country writes hundreds of thousands of rows at once: the references of all of them are
      -- looked at together, once a statement, instead of row by row. Neither a run nor a unit that was scored can be
      -- deleted afterwards: total_score, with a row for every unit of a run, keeps its foreign keys.
      alter table score drop constraint score_administration_id_run_id_fkey;
      alter table score drop constraint score_administration_id_unit_id_fkey;
      create function scores_have_their_unit() returns trigger language plpgsql as $$
      begin
        if exists (select from (select distinct administration_id, run_id from changed) c
                    where not exists (select from scoring_run r where r.administration_id = c.administration_id
                                         and r.id = c.run_id))
           or exists (select from (select distinct administration_id, unit_id from changed) c
                       where not exists (select from unit u where u.administration_id = c.administration_id
                                            and u.id = c.unit_id)) then
          raise exception 'score: no such run or unit in this administration' using errcode = 'foreign_key_violation';
        end if;
        return null;
      end $$;
      create trigger score_of_a_unit after insert on score referencing new table as changed
        for each statement execute function scores_have_their_unit();
      alter table score enable always trigger score_of_a_unit;

      -- Who writes what scoring reads holds the cycle's lock, shared, before the time of recording is taken, and until
      -- the commit. Who has had it alone for a moment knows: everything recorded before that moment is committed, and
      -- everything after it carries a later time. So "recorded before, and not superseded before" names exactly what
      -- a run reads, in however many statements, and again years later.
      create function hold_scored_input(cycle uuid) returns void language sql as
        $$ select pg_advisory_xact_lock_shared(hashtextextended(cycle::text, 10)) $$;
      create function scored_input_until(cycle uuid) returns timestamptz language plpgsql as $$
      declare moment timestamptz;
      begin
        perform pg_advisory_lock(hashtextextended(cycle::text, 10));
        moment := clock_timestamp();
        perform pg_advisory_unlock(hashtextextended(cycle::text, 10));
        return moment;
      end $$;

      create table appraisal (
        id bigint generated always as identity primary key,
        administration_id uuid not null,
        cycle_id uuid not null,
        unit_id uuid not null,
        indicator_code text not null,
        kind text not null check (kind in ('self', 'appraised')),
        points numeric check (points >= 0),
        reason text check (length(reason) > 0),
        author text not null,
        at timestamptz not null,
        recorded_at timestamptz not null default clock_timestamp(),
        superseded_at timestamptz,
        check (reason is not null or kind = 'self'),
        foreign key (administration_id, cycle_id, unit_id)
          references submission (administration_id, cycle_id, unit_id)
      );
      comment on table appraisal is 'Points as people decided them, as versions: what the unit gives itself, and what the appraisers give it.';
      comment on column appraisal.points is 'Null: taken back.';
      comment on column appraisal.author is 'user:<account id>, as in history.';
      create unique index appraisal_current on appraisal (administration_id, cycle_id, unit_id, indicator_code, kind)
        where superseded_at is null;
      create index appraisal_versions on appraisal (administration_id, cycle_id, unit_id, recorded_at);
      create trigger appraisal_versions before update or delete on appraisal
        for each row execute function only_supersede();
      alter table appraisal enable always trigger appraisal_versions;

      create table appraisal_part (
        administration_id uuid not null,
        cycle_id uuid not null,
        unit_id uuid not null,
        revision bigint not null check (revision > 0),
        primary key (administration_id, cycle_id, unit_id),
        foreign key (administration_id, cycle_id, unit_id)
          references submission (administration_id, cycle_id, unit_id)
      );
      comment on table appraisal_part is 'Counts the commands that decided points of a unit in a cycle.';

      alter table total_score add column gates text not null default '';
      comment on column total_score.gates is 'Codes of the gates that took part in the total, separated by a space.';

      alter table scoring_run add column reason text;
      alter table scoring_run add column frozen_by text;
      comment on column scoring_run.reason is 'Given when the scores were frozen.';

      create table published_round (
        administration_id uuid not null,
        cycle_id uuid not null,
        names jsonb not null,
        period jsonb not null,
        criteria_set_version_id uuid references criteria_set_version,
        source jsonb not null,
        revision bigint not null check (revision > 0),
        primary key (administration_id, cycle_id),
        foreign key (administration_id, cycle_id) references review_cycle (administration_id, id)
      );
      comment on table published_round is 'The round before this cycle as it was published elsewhere: for comparison only.';
      comment on column published_round.criteria_set_version_id is 'Null: scored by criteria the system does not have.';
      create table published_score (
        administration_id uuid not null,
        cycle_id uuid not null,
        unit_id uuid not null,
        peer_group_id uuid,
        points numeric,
        rank int check (rank > 0),
        primary key (administration_id, cycle_id, unit_id),
        foreign key (administration_id, cycle_id) references published_round (administration_id, cycle_id),
        foreign key (administration_id, unit_id) references unit (administration_id, id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
