import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts of the installation, their roles in administrations, sessions and attempts to sign in. */
export class People0004 implements MigrationInterface {
  readonly name = 'People0000000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table person (
        id uuid primary key,
        full_name text not null,
        email text,
        phone text,
        search text not null,
        salt bytea not null check (length(salt) >= 16)
      );
      comment on table person is 'The only place of names, addresses and phone numbers; history holds the id and a salted commitment.';

      create table account (
        id uuid primary key,
        user_name text not null unique check (user_name = lower(user_name)),
        person_id uuid not null unique references person,
        password_hash text not null,
        language text not null check (language in ('vi', 'en')),
        must_change_password boolean not null,
        disabled_at timestamptz,
        created_at timestamptz not null,
        revision bigint not null check (revision > 0)
      );

      create table role_assignment (
        id uuid primary key,
        administration_id uuid not null references administration,
        account_id uuid not null references account,
        role text not null,
        unit_id uuid,
        valid_from date not null,
        valid_to date check (valid_to >= valid_from),
        unique (administration_id, id),
        foreign key (administration_id, unit_id) references unit (administration_id, id)
      );
      comment on column role_assignment.valid_to is 'First day on which it no longer holds; null: until withdrawn.';
      create index role_assignment_account on role_assignment (account_id);
      create index role_assignment_role on role_assignment (administration_id, role, unit_id);

      -- Sessions, attempts and links follow the machine's clock, not the business clock.
      create table session (
        token_hash bytea primary key check (length(token_hash) = 32),
        id uuid not null unique,
        account_id uuid not null references account,
        assignment_id uuid not null references role_assignment,
        created_at timestamptz not null default clock_timestamp(),
        last_seen_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null,
        revision bigint not null default 1
      );
      create index session_account on session (account_id);
      create index session_assignment on session (assignment_id);
      create index session_expires_at on session (expires_at);

      create table sign_in_attempt (
        id uuid primary key,
        name_hash bytea not null,
        address cidr,
        at timestamptz not null default clock_timestamp(),
        succeeded boolean not null default false
      );
      comment on column sign_in_attempt.name_hash is 'SHA-256 of the user name typed, which may be that of nobody.';
      comment on column sign_in_attempt.address is 'An IPv4 address, or the /64 network of an IPv6 address.';
      create index sign_in_attempt_name on sign_in_attempt (name_hash, at);
      create index sign_in_attempt_address on sign_in_attempt (address, at);
      create index sign_in_attempt_at on sign_in_attempt (at);

      create table setup_link (
        token_hash bytea primary key check (length(token_hash) = 32),
        created_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null,
        used_at timestamptz
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
