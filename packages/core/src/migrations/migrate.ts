import { runMigrations } from 'bullmq';
import pg from 'pg';
import { queueNames } from '../jobs/index.js';
import { createDataSource } from '../platform/index.js';
import { allMigrations } from './all-migrations.js';
import { grantStatements } from './grants.js';

export interface MigrateOptions {
  /** Role that owns the schema: `nhip_owner`, with CREATEROLE. */
  readonly ownerUrl: string;
  /** Address the processes use; its password becomes that of `nhip_app` when the role is made. */
  readonly appUrl: string;
}

/** Makes roles, schema, grants and the queue's schema; safe to repeat. Gives the names of what it applied. */
export async function migrate({ ownerUrl, appUrl }: MigrateOptions): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('nhip migrate'))`);
    await makeRoles(client, decodeURIComponent(new URL(appUrl).password));
    const dataSource = await createDataSource({ url: ownerUrl, pool: 1 })
      .setOptions({ migrations: allMigrations })
      .initialize();
    try {
      await dataSource.query("set statement_timeout = 0; set lock_timeout = '30s'");
      const applied = await dataSource.runMigrations({ transaction: 'each' });
      await makeQueueSchema(client);
      await client.query(`begin; ${grantStatements().join('; ')}; commit`);
      return applied.map((migration) => migration.name);
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await client.end();
  }
}

/** Names of migrations this program knows and the database lacks, and the other way round. */
export async function compareSchema(sql: {
  query(text: string): Promise<unknown>;
}): Promise<{ missing: string[]; unknown: string[] }> {
  const applied = new Set(await appliedMigrations(sql));
  const known: string[] = allMigrations.map((migration) => new migration().name);
  return {
    missing: known.filter((name) => !applied.has(name)),
    unknown: [...applied].filter((name) => !known.includes(name)),
  };
}

async function appliedMigrations(sql: { query(text: string): Promise<unknown> }): Promise<string[]> {
  const answer = (await sql.query(
    `select case when to_regclass('public.migrations') is null then null
       else (xpath('//name/text()', query_to_xml('select name from migrations order by id', false, false, '')))::text[] end as names`,
  )) as { rows?: { names: string[] | null }[] } | { names: string[] | null }[];
  const rows = Array.isArray(answer) ? answer : (answer.rows ?? []);
  return rows[0]?.names ?? [];
}

async function makeRoles(client: pg.Client, appPassword: string): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>(
    `select rolname from pg_roles where rolname in ('nhip_app', 'nhip_history')`,
  );
  const there = new Set(rows.map((row) => row.rolname));
  if (!there.has('nhip_history')) await client.query('create role nhip_history nologin');
  if (!there.has('nhip_app')) {
    await client.query(`create role nhip_app login password ${client.escapeLiteral(appPassword)}`);
  }
  const { rows: version } = await client.query<{ number: number }>(
    `select current_setting('server_version_num')::int as number`,
  );
  // From PostgreSQL 16 on a role's maker must say that it may act as the role; before, CREATEROLE was enough.
  const option = (version[0]?.number ?? 0) >= 160000 ? 'with set true, inherit true' : '';
  await client.query(`grant nhip_history to current_user ${option}`);
  await client.query('grant create on schema public to nhip_history');
}

/** BullMQ's own schema, and the id sequence of each queue, which it would otherwise make at run time as `nhip_app`. */
async function makeQueueSchema(client: pg.Client): Promise<void> {
  await runMigrations(client);
  for (const queue of queueNames) {
    const { rows } = await client.query<{ name: string }>('select bullmq.job_id_seq_name($1) as name', [
      queue,
    ]);
    const name = rows[0]?.name.replace(/^bullmq\./, '').replaceAll('"', '');
    if (name !== undefined) {
      await client.query(`create sequence if not exists bullmq.${client.escapeIdentifier(name)}`);
    }
  }
}
