import type { MigrationInterface, QueryRunner } from 'typeorm';

/** History, outbox, timers, idempotency and the business clock: what cannot be added later. */
export class Platform0001 implements MigrationInterface {
  readonly name = 'Platform0000000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table demo_clock (
        one boolean primary key default true check (one),
        at timestamptz not null,
        target timestamptz not null check (target >= at),
        revision bigint not null default 1
      );
      comment on table demo_clock is 'One row in a sample installation only: business time stands at "at" and moves towards "target".';

      create function business_now() returns timestamptz language sql stable as
        $$ select coalesce((select at from demo_clock), date_trunc('milliseconds', clock_timestamp())) $$;

      create table command_log (
        administration_id uuid not null,
        key text not null check (length(key) between 8 and 200),
        actor text not null,
        type text not null,
        fingerprint text not null,
        result jsonb,
        at timestamptz not null,
        recorded_at timestamptz not null default clock_timestamp(),
        primary key (administration_id, key)
      );
      create index command_log_recorded_at on command_log (recorded_at);

      create table outbox (
        id bigint generated always as identity primary key,
        administration_id uuid not null,
        key text not null,
        queue text not null,
        name text not null,
        payload jsonb not null,
        created_at timestamptz not null default clock_timestamp(),
        resend_at timestamptz not null default clock_timestamp(),
        sent_at timestamptz,
        sends int not null default 0,
        done_at timestamptz,
        failed_at timestamptz,
        error text,
        unique (administration_id, key)
      );
      create index outbox_to_send on outbox (resend_at, id) where done_at is null and failed_at is null;
      create index outbox_done_at on outbox (done_at) where done_at is not null;

      create table history (
        administration_id uuid not null,
        stream text not null,
        seq bigint not null,
        subject_kind text not null,
        subject_id text not null,
        revision bigint not null,
        action text not null,
        actor text not null,
        on_behalf_of text not null,
        reason text not null,
        at timestamptz not null,
        recorded_at timestamptz not null,
        body text not null,
        prev bytea not null,
        hash bytea not null,
        primary key (administration_id, stream, seq),
        unique (administration_id, subject_kind, subject_id, revision)
      );
      create index history_at on history (administration_id, at desc);

      create table history_head (
        administration_id uuid not null,
        stream text not null,
        seq bigint not null,
        hash bytea not null,
        primary key (administration_id, stream)
      );

      create function history_is_append_only() returns trigger language plpgsql as $$
      begin
        raise exception 'history is append-only: % refused', tg_op using errcode = 'insufficient_privilege';
      end $$;
      create trigger history_append_only before update or delete or truncate on history
        for each statement execute function history_is_append_only();
      alter table history enable always trigger history_append_only;

      -- One column of an entry as it is hashed: its length in bytes, then its bytes.
      create function history_field(value text) returns bytea language sql immutable strict parallel safe as
        $$ select int8send(octet_length(value)::bigint) || convert_to(value, 'UTF8') $$;

      create function history_hash(
        prev bytea, administration_id uuid, stream text, seq bigint, subject_kind text, subject_id text,
        revision bigint, action text, actor text, on_behalf_of text, reason text,
        at timestamptz, recorded_at timestamptz, body text
      ) returns bytea language sql immutable parallel safe as $$
        select sha256(prev
          || history_field(administration_id::text) || history_field(stream) || history_field(seq::text)
          || history_field(subject_kind) || history_field(subject_id) || history_field(revision::text)
          || history_field(action) || history_field(actor) || history_field(on_behalf_of) || history_field(reason)
          || history_field((extract(epoch from at) * 1000000)::bigint::text)
          || history_field((extract(epoch from recorded_at) * 1000000)::bigint::text)
          || sha256(convert_to(body, 'UTF8')))
      $$;

      -- The only door to history. Actor, administration and time come from the transaction, not from the caller's list.
      create function append_history(
        p_streams text[], p_kinds text[], p_ids text[], p_revisions bigint[], p_actions text[], p_reasons text[], p_bodies text[]
      ) returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        v_administration uuid := nullif(current_setting('nhip.administration', true), '')::uuid;
        v_actor text := nullif(current_setting('nhip.actor', true), '');
        v_on_behalf_of text := coalesce(current_setting('nhip.on_behalf_of', true), '');
        v_at timestamptz := nullif(current_setting('nhip.now', true), '')::timestamptz;
        v_recorded_at timestamptz := clock_timestamp();
        v_stream text := null;
        v_seq bigint; v_prev bytea; v_hash bytea; v_count bigint := 0;
        entry record;
      begin
        if v_administration is null or v_actor is null or v_at is null then
          raise exception 'append_history: the transaction names no actor, administration or time';
        end if;
        for entry in
          select * from unnest(p_streams, p_kinds, p_ids, p_revisions, p_actions, p_reasons, p_bodies)
            with ordinality as e(stream, subject_kind, subject_id, revision, action, reason, body, n)
           order by stream, n
        loop
          if entry.stream is distinct from v_stream then
            if v_stream is not null then
              update history_head set seq = v_seq, hash = v_prev
               where administration_id = v_administration and stream = v_stream;
            end if;
            v_stream := entry.stream;
            insert into history_head values (v_administration, v_stream, 0, sha256(convert_to(v_stream, 'UTF8')))
              on conflict do nothing;
            select h.seq, h.hash into v_seq, v_prev from history_head h
             where h.administration_id = v_administration and h.stream = v_stream for update;
          end if;
          v_seq := v_seq + 1;
          v_hash := history_hash(v_prev, v_administration, v_stream, v_seq, entry.subject_kind, entry.subject_id,
            entry.revision, entry.action, v_actor, v_on_behalf_of, entry.reason, v_at, v_recorded_at, entry.body);
          insert into history values (v_administration, v_stream, v_seq, entry.subject_kind, entry.subject_id, entry.revision,
            entry.action, v_actor, v_on_behalf_of, entry.reason, v_at, v_recorded_at, entry.body, v_prev, v_hash);
          v_prev := v_hash;
          v_count := v_count + 1;
        end loop;
        if v_stream is not null then
          update history_head set seq = v_seq, hash = v_prev where administration_id = v_administration and stream = v_stream;
        end if;
        return v_count;
      end $$;
      revoke all on function append_history(text[], text[], text[], bigint[], text[], text[], text[]) from public;

      -- For tables of versions: a row is written once; only the listed column may be set, once, from null.
      create function only_supersede() returns trigger language plpgsql as $$
      begin
        if tg_op <> 'UPDATE' then
          raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
        end if;
        if old.superseded_at is not null
           or to_jsonb(new) - 'superseded_at' is distinct from to_jsonb(old) - 'superseded_at' then
          raise exception '%: a version never changes; write a new one', tg_table_name using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$;

      -- For definitions: an issued version never changes, by any route.
      create function issued_never_changes() returns trigger language plpgsql as $$
      begin
        if old.status <> 'draft' and (tg_op = 'DELETE'
           or to_jsonb(new) - 'status' is distinct from to_jsonb(old) - 'status' or new.status = 'draft') then
          raise exception '%: an issued version never changes; make a new version', tg_table_name
            using errcode = 'insufficient_privilege';
        end if;
        return case when tg_op = 'DELETE' then old else new end;
      end $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
