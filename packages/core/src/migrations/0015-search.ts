import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists are searched as people type: in any case, with diacritics or without. */
export class Search0015 implements MigrationInterface {
  readonly name = 'Search0000000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The same key as searchKey() of the contracts gives. Without marks Vietnamese is ASCII and đ, so the "C"
      -- collation is enough, and the key does not depend on how the database was made.
      create function search_key(value text) returns text language sql immutable strict parallel safe as $$
        select btrim(regexp_replace(replace(lower(replace(
          regexp_replace(normalize(value, nfkd) collate "C", '[\\u0300-\\u036f]', '', 'g'), 'Đ', 'đ')), 'đ', 'd'),
          '\\s+', ' ', 'g'))
      $$;

      alter table task add column search text not null
        generated always as (search_key(title || ' ' || body)) stored;
      alter table conclusion add column search text not null
        generated always as (search_key(title || ' ' || coalesce(number, ''))) stored;
      alter table supervision add column search text not null
        generated always as (search_key(title)) stored;
      alter table recommendation add column search text not null
        generated always as (search_key(title || ' ' || body)) stored;
      alter table review_cycle add column search text not null
        generated always as (search_key(code || ' ' || (names->>'vi') || ' ' || coalesce(names->>'en', ''))) stored;
      alter table criteria_set add column search text not null
        generated always as (search_key(code || ' ' || (names->>'vi') || ' ' || coalesce(names->>'en', ''))) stored;
      alter table peer_group add column search text not null
        generated always as (search_key(code || ' ' || (names->>'vi') || ' ' || coalesce(names->>'en', ''))) stored;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
