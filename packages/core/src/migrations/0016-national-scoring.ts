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
      create function scores_belong() returns trigger language plpgsql as $$
      declare wrong text;
      begin
        select coalesce(r.status, 'missing') into wrong
          from (select distinct administration_id, run_id, unit_id from changed) c
          left join scoring_run r on r.administration_id = c.administration_id and r.id = c.run_id
          left join unit u on u.administration_id = c.administration_id and u.id = c.unit_id
         where r.status is distinct from 'open' or u.id is null limit 1;
        if wrong in ('frozen', 'published') then
          raise exception 'score: the run is frozen' using errcode = 'insufficient_privilege';
        elsif wrong is not null then
          raise exception 'score: no such run or unit in this administration' using errcode = 'foreign_key_violation';
        end if;
        return null;
      end $$;
      drop trigger score_inserted on score;
      create trigger score_inserted after insert on score referencing new table as changed
        for each statement execute function scores_belong();
      alter table score enable always trigger score_inserted;

      -- The bytes that are hashed stay the same; said in one expression they are made without a call for each column.
      create or replace function history_hash(
        prev bytea, administration_id uuid, stream text, seq bigint, subject_kind text, subject_id text,
        revision bigint, action text, actor text, on_behalf_of text, reason text,
        at timestamptz, recorded_at timestamptz, body text
      ) returns bytea language sql immutable parallel safe as $$
        select sha256(prev
          || ${[
            'administration_id::text',
            'stream',
            'seq::text',
            'subject_kind',
            'subject_id',
            'revision::text',
            'action',
            'actor',
            'on_behalf_of',
            'reason',
            '(extract(epoch from at) * 1000000)::bigint::text',
            '(extract(epoch from recorded_at) * 1000000)::bigint::text',
          ]
            .map((field) => `int8send(octet_length(${field})::bigint) || convert_to(${field}, 'UTF8')`)
            .join('\n          || ')}
          || sha256(convert_to(body, 'UTF8')))
      $$;

      -- As before; entries that are alone in their stream, as those of a run are, are written in one statement.
      create or replace function append_history(
        p_streams text[], p_kinds text[], p_ids text[], p_revisions bigint[], p_actions text[], p_reasons text[], p_bodies text[]
      ) returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        v_administration uuid := nullif(current_setting('nhip.administration', true), '')::uuid;
        v_actor text := nullif(current_setting('nhip.actor', true), '');
        v_on_behalf_of text := coalesce(current_setting('nhip.on_behalf_of', true), '');
        v_at timestamptz := nullif(current_setting('nhip.now', true), '')::timestamptz;
        v_recorded_at timestamptz := clock_timestamp();
        v_seq bigint; v_prev bytea; v_hash bytea;
        entry record;
      begin
        if v_administration is null or v_actor is null or v_at is null then
          raise exception 'append_history: the transaction names no actor, administration or time';
        end if;
        -- Heads are locked in one order, whoever appends.
        insert into history_head
          select v_administration, s.stream, 0, sha256(convert_to(s.stream, 'UTF8'))
            from (select distinct stream from unnest(p_streams) as s(stream)) s order by s.stream collate "C"
          on conflict do nothing;
        perform from history_head h where h.administration_id = v_administration and h.stream = any(p_streams)
          order by h.stream collate "C" for update;

        with given as (
          select *, count(*) over (partition by stream) as of_stream
            from unnest(p_streams, p_kinds, p_ids, p_revisions, p_actions, p_reasons, p_bodies)
              as e(stream, subject_kind, subject_id, revision, action, reason, body)),
        alone as (
          select g.*, h.seq + 1 as seq, h.hash as prev
            from given g
            join history_head h on h.administration_id = v_administration and h.stream = g.stream
           where g.of_stream = 1),
        hashed as materialized (
          select a.*, history_hash(a.prev, v_administration, a.stream, a.seq, a.subject_kind, a.subject_id, a.revision,
                   a.action, v_actor, v_on_behalf_of, a.reason, v_at, v_recorded_at, a.body) as hash
            from alone a),
        written as (
          insert into history
          select v_administration, stream, seq, subject_kind, subject_id, revision, action, v_actor, v_on_behalf_of,
                 reason, v_at, v_recorded_at, body, prev, hash from hashed)
        update history_head h set seq = n.seq, hash = n.hash
          from hashed n where h.administration_id = v_administration and h.stream = n.stream;

        for entry in
          select * from (
            select *, count(*) over (partition by stream) as of_stream
              from unnest(p_streams, p_kinds, p_ids, p_revisions, p_actions, p_reasons, p_bodies)
                with ordinality as e(stream, subject_kind, subject_id, revision, action, reason, body, n)) given
           where of_stream > 1 order by stream collate "C", n
        loop
          select h.seq + 1, h.hash into v_seq, v_prev from history_head h
           where h.administration_id = v_administration and h.stream = entry.stream;
          v_hash := history_hash(v_prev, v_administration, entry.stream, v_seq, entry.subject_kind, entry.subject_id,
            entry.revision, entry.action, v_actor, v_on_behalf_of, entry.reason, v_at, v_recorded_at, entry.body);
          insert into history values (v_administration, entry.stream, v_seq, entry.subject_kind, entry.subject_id,
            entry.revision, entry.action, v_actor, v_on_behalf_of, entry.reason, v_at, v_recorded_at, entry.body, v_prev,
            v_hash);
          update history_head set seq = v_seq, hash = v_hash
           where administration_id = v_administration and stream = entry.stream;
        end loop;
        return cardinality(p_streams);
      end $$;

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
