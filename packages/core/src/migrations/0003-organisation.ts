import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Administrations, their effective-dated units, peer groups, and who succeeds whom. */
export class Organisation0003 implements MigrationInterface {
  readonly name = 'Organisation0000000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table administration (
        id uuid primary key,
        code text not null unique,
        names jsonb not null,
        time_zone text not null,
        revision bigint not null check (revision > 0)
      );

      create table peer_group (
        id uuid primary key,
        administration_id uuid not null references administration,
        code text not null,
        names jsonb not null,
        sort int not null default 0,
        revision bigint not null check (revision > 0),
        unique (administration_id, code),
        unique (administration_id, id)
      );

      create table unit (
        id uuid primary key,
        administration_id uuid not null references administration,
        code text not null,
        revision bigint not null check (revision > 0),
        unique (administration_id, code),
        unique (administration_id, id)
      );

      create table unit_version (
        administration_id uuid not null,
        unit_id uuid not null,
        valid_from date not null,
        valid_to date check (valid_to > valid_from),
        names jsonb not null,
        short_name text,
        unit_type text not null,
        parent_id uuid check (parent_id <> unit_id),
        peer_group_id uuid,
        search text not null,
        primary key (administration_id, unit_id, valid_from),
        foreign key (administration_id, unit_id) references unit (administration_id, id),
        foreign key (administration_id, parent_id) references unit (administration_id, id),
        foreign key (administration_id, peer_group_id) references peer_group (administration_id, id)
      );
      comment on column unit_version.valid_to is 'First day on which it no longer holds; null: until further notice.';
      comment on column unit_version.search is 'Names, short name and code in lower case without diacritics; also the order by name.';
      create index unit_version_parent on unit_version (administration_id, parent_id);
      create index unit_version_peer_group on unit_version (administration_id, peer_group_id);

      -- A unit has one name and one place on any day. Writers lock the unit's row, so two cannot pass each other.
      create function unit_version_no_overlap() returns trigger language plpgsql as $$
      begin
        if exists (select from unit_version v
                    where v.administration_id = new.administration_id and v.unit_id = new.unit_id
                      and v.valid_from <> new.valid_from
                      and daterange(v.valid_from, v.valid_to) && daterange(new.valid_from, new.valid_to)) then
          raise exception 'unit %: two versions hold on one day', new.unit_id using errcode = 'exclusion_violation';
        end if;
        return null;
      end $$;
      create constraint trigger unit_version_no_overlap after insert or update on unit_version
        deferrable initially deferred for each row execute function unit_version_no_overlap();

      create table unit_successor (
        administration_id uuid not null,
        from_unit_id uuid not null,
        to_unit_id uuid not null check (to_unit_id <> from_unit_id),
        on_day date not null,
        share numeric check (share > 0 and share <= 1),
        primary key (administration_id, from_unit_id, to_unit_id, on_day),
        foreign key (administration_id, from_unit_id) references unit (administration_id, id),
        foreign key (administration_id, to_unit_id) references unit (administration_id, id)
      );
      comment on column unit_successor.share is 'Part of the old unit that went to this successor; null where nobody said.';
      create index unit_successor_to on unit_successor (administration_id, to_unit_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
