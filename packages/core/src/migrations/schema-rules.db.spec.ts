import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../testing/index.js';
import { appendOnlyTables, writtenOnceTables } from './grants.js';

/** Tables of the installation itself, which hold nothing of an administration, and why. */
const installationWide: Readonly<Record<string, string>> = {
  account: 'one person signs in to the installation and holds roles in several administrations',
  administration: 'the administrations themselves: their id is the key',
  demo_clock: 'one clock for the whole sample installation',
  mail_server: 'one server for the whole installation',
  migrations: 'the schema itself',
  person: 'names behind accounts, erasable',
  sample_event: 'what a sample installation plays',
  session: 'of an account; its role assignment names the administration',
  setup_link: 'of an installation that has no administration yet',
  sign_in_attempt: 'counted before it is known who signs in',
  worker_process: 'processes serve the whole installation',
};

/** References by id alone, to what an administration may take from the installation. */
const refersToInstallation = [
  'procedure_instance → procedure_version',
  'published_round → criteria_set_version',
  'review_cycle → criteria_set_version',
  'scoring_run → criteria_set_version',
];

let database: TestDatabase;
let app: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  app = new pg.Client({ connectionString: database.url });
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await database.drop();
});

const texts = async (sql: string): Promise<string[]> =>
  (await app.query<{ text: string }>({ text: sql })).rows.map(({ text }) => text);

const tables = `pg_class t join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'`;

describe('every table', () => {
  it('says whose administration its rows are of, or is one of the installation', async () => {
    const without = await texts(
      `select t.relname::text as text from ${tables}
        where t.relkind in ('r', 'p') and not exists (select from pg_attribute a
          where a.attrelid = t.oid and a.attname = 'administration_id' and a.attnotnull
            and a.atttypid = 'uuid'::regtype)
        order by 1`,
    );
    expect(without).toEqual(Object.keys(installationWide).sort());
  });

  it('has the administration in every unique key but that of the surrogate id', async () => {
    const keys = await texts(
      `select k.relname::text as text from ${tables}
         join pg_index i on i.indrelid = t.oid and i.indisunique
         join pg_class k on k.oid = i.indexrelid
        where exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'administration_id')
          and not exists (select from pg_attribute a
            where a.attrelid = t.oid and a.attname = 'administration_id' and a.attnum = any(i.indkey))
          and not (i.indisprimary and i.indnkeyatts = 1
            and exists (select from pg_attribute a
              where a.attrelid = t.oid and a.attname = 'id' and a.attnum = i.indkey[0]))
        order by 1`,
    );
    expect(keys).toEqual([]);
  });

  it('refers to records of its own administration only', async () => {
    const foreign = await texts(
      `select t.relname || ' → ' || f.relname as text from ${tables}
         join pg_constraint c on c.conrelid = t.oid and c.contype = 'f'
         join pg_class f on f.oid = c.confrelid
         join pg_attribute own on own.attrelid = t.oid and own.attname = 'administration_id'
         join pg_attribute other on other.attrelid = f.oid and other.attname = 'administration_id'
        where not (other.attnum = any(c.confkey)) order by 1`,
    );
    expect(foreign).toEqual(refersToInstallation);
  });
});

describe('nhip_app', () => {
  it('owns nothing, and can make nothing but temporary tables', async () => {
    expect(
      await texts(
        `select format('%s.%s', n.nspname, t.relname) as text from pg_class t join pg_namespace n on n.oid = t.relnamespace
          where pg_has_role(current_user, t.relowner, 'member')
          union all
         select proname::text from pg_proc where pg_has_role(current_user, proowner, 'member')
          union all
         select nspname::text from pg_namespace
          where has_schema_privilege(current_user, oid, 'create') or pg_has_role(current_user, nspowner, 'member')
          union all
         select 'database' where has_database_privilege(current_user, current_database(), 'create')`,
      ),
    ).toEqual([]);
  });

  it('is no member of another role, and neither superuser nor maker of roles or databases', async () => {
    const { rows } = await app.query(
      `select rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls,
              (select count(*)::int from pg_auth_members m where m.member = r.oid) as memberships
         from pg_roles r where rolname = current_user`,
    );
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
        rolbypassrls: false,
        memberships: 0,
      },
    ]);
  });

  it('writes history through its function only', async () => {
    for (const statement of [
      `insert into history_head values (gen_random_uuid(), 's', 0, '')`,
      `update history set reason = 'other'`,
      `delete from history`,
      `truncate history`,
      `update history_head set seq = 0`,
      `alter table history disable trigger all`,
      `delete from migrations`,
    ])
      await expect(app.query(statement)).rejects.toThrow(/permission denied|must be owner/);
  });

  it.each(Object.entries(appendOnlyTables))(
    'cannot delete a version of %s nor change more of it than %s',
    async (table, column) => {
      const columns = await texts(
        `select attname::text as text from pg_attribute where attrelid = '${table}'::regclass and attnum > 0
            and not attisdropped and has_column_privilege('${table}', attname, 'update')`,
      );
      expect(columns).toEqual([column]);
      await expect(app.query(`delete from ${table}`)).rejects.toThrow(/permission denied/);
      await expect(app.query(`truncate ${table}`)).rejects.toThrow(/permission denied/);
      const guarded = await texts(
        `select tgname::text as text from pg_trigger where tgrelid = '${table}'::regclass and not tgisinternal
            and tgenabled = 'A' and tgfoid = 'only_supersede'::regproc`,
      );
      expect(guarded).toHaveLength(1);
    },
  );

  it.each([...writtenOnceTables])('writes a row of %s once and for all', async (table) => {
    await expect(app.query(`update ${table} set administration_id = administration_id`)).rejects.toThrow(
      /permission denied/,
    );
    await expect(app.query(`delete from ${table}`)).rejects.toThrow(/permission denied/);
    await expect(app.query(`truncate ${table}`)).rejects.toThrow(/permission denied/);
  });

  it('finds every table of versions among those that are append-only', async () => {
    expect(
      await texts(
        `select t.relname::text as text from ${tables}
          where t.relkind = 'r' and exists (select from pg_attribute a
            where a.attrelid = t.oid and a.attname = 'superseded_at') order by 1`,
      ),
    ).toEqual(Object.keys(appendOnlyTables).sort());
  });
});
