import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Entries appended together find the heads of their streams one by one, through the key, whatever is known of the table: its
 * statistics, and plans made earlier, are of before the launch that fills it, and a plan for ten heads is none for
 * thousands. The columns, the hash and the order are the same.
 */
export class HistoryHeads0035 implements MigrationInterface {
  readonly name = 'HistoryHeads0000000000035';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function append_history(
        p_streams text[], p_kinds text[], p_ids text[], p_revisions bigint[], p_actions text[], p_reasons text[], p_bodies text[]
      ) returns bigint language plpgsql security definer
        set search_path = public, pg_temp set enable_seqscan = off as $$
      declare
        v_administration uuid := nullif(current_setting('nhip.administration', true), '')::uuid;
        v_actor text := nullif(current_setting('nhip.actor', true), '');
        v_on_behalf_of text := coalesce(current_setting('nhip.on_behalf_of', true), '');
        v_at timestamptz := nullif(current_setting('nhip.now', true), '')::timestamptz;
        v_recorded_at timestamptz := clock_timestamp();
        v_stream text := null;
        v_front bytea := history_field(v_administration::text);
        v_who bytea := history_field(v_actor) || history_field(v_on_behalf_of);
        v_when bytea := history_field((extract(epoch from v_at) * 1000000)::bigint::text)
          || history_field((extract(epoch from v_recorded_at) * 1000000)::bigint::text);
        v_seq bigint; v_prev bytea; v_hash bytea; v_count bigint := 0;
        entry record;
      begin
        if v_administration is null or v_actor is null or v_at is null then
          raise exception 'append_history: the transaction names no actor, administration or time';
        end if;

        if cardinality(p_streams) > 1
           and cardinality(p_streams) = (select count(distinct s.stream) from unnest(p_streams) as s(stream)) then
          insert into history_head
            select v_administration, s.stream, 0, sha256(convert_to(s.stream, 'UTF8'))
              from unnest(p_streams) as s(stream) order by s.stream
            on conflict do nothing;
          perform from history_head h
           where h.administration_id = v_administration and h.stream = any(p_streams) order by h.stream for update;
          with written as (
            insert into history
              select v_administration, e.stream, h.seq + 1, e.subject_kind, e.subject_id, e.revision, e.action, v_actor,
                     v_on_behalf_of, e.reason, v_at, v_recorded_at, e.body, h.hash,
                     -- history_hash(), with what all of them share made once
                     sha256(h.hash || v_front || history_field(e.stream) || history_field((h.seq + 1)::text)
                       || history_field(e.subject_kind) || history_field(e.subject_id)
                       || history_field(e.revision::text) || history_field(e.action) || v_who
                       || history_field(e.reason) || v_when || sha256(convert_to(e.body, 'UTF8')))
                from unnest(p_streams, p_kinds, p_ids, p_revisions, p_actions, p_reasons, p_bodies)
                       as e(stream, subject_kind, subject_id, revision, action, reason, body)
               cross join lateral (
                 select seq, hash from history_head
                  where administration_id = v_administration and stream = e.stream limit 1) h
               order by e.stream
            returning stream, seq, hash)
          insert into history_head select v_administration, w.stream, w.seq, w.hash from written w
              on conflict (administration_id, stream) do update set seq = excluded.seq, hash = excluded.hash;
          get diagnostics v_count = row_count;
          return v_count;
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
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
