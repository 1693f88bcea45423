import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate } from '../migrations/index.js';
import { installReadyMade, openProduct } from '../product/index.js';

const TEMPLATE = 'nhip_template';

/** Superuser address of the cluster the specs share; `npm test` starts it. */
export function clusterUrl(): URL {
  const url = process.env['NHIP_TEST_POSTGRES_URL'];
  if (url === undefined)
    throw new Error('NHIP_TEST_POSTGRES_URL is not set: run specs through `npm test -- <kind> <path>`.');
  return new URL(url);
}

export function urlOf(database: string, role: 'nhip_app' | 'nhip_owner' | 'superuser'): string {
  const url = clusterUrl();
  url.pathname = `/${database}`;
  if (role !== 'superuser') {
    url.username = role;
    url.password = 'test-only';
  }
  return url.href;
}

async function asSuperuser<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: clusterUrl().href });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes the migrated template once a cluster; every spec file then copies it in under 0.1 s. */
export async function prepareTemplate(): Promise<void> {
  await asSuperuser(async (client) => {
    await client.query(`drop database if exists ${TEMPLATE}`);
    const { rows } = await client.query(`select from pg_roles where rolname = 'nhip_owner'`);
    if (rows.length === 0) await client.query(`create role nhip_owner login createrole password 'test-only'`);
    await client.query(`create database ${TEMPLATE} owner nhip_owner`);
  });
  await migrate({ ownerUrl: urlOf(TEMPLATE, 'nhip_owner'), appUrl: urlOf(TEMPLATE, 'nhip_app') });
  const product = await openProduct({ url: urlOf(TEMPLATE, 'nhip_app'), pool: 2 });
  await installReadyMade(product);
  await product.close();
}

export interface TestDatabase {
  readonly name: string;
  /** Address as `nhip_app`, as API and worker use it. */
  readonly url: string;
  readonly ownerUrl: string;
  readonly superuserUrl: string;
  drop(): Promise<void>;
}

/** A database of the spec file's own, migrated and empty. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `nhip_${randomBytes(6).toString('hex')}`;
  await asSuperuser(async (client) => {
    // Copying a template fails while another copy of it is being made.
    await client.query(`select pg_advisory_lock(hashtext('${TEMPLATE}'))`);
    await client.query(`create database ${name} template ${TEMPLATE} owner nhip_owner`);
  });
  return {
    name,
    url: urlOf(name, 'nhip_app'),
    ownerUrl: urlOf(name, 'nhip_owner'),
    superuserUrl: urlOf(name, 'superuser'),
    drop: () =>
      asSuperuser(
        async (client) => void (await client.query(`drop database if exists ${name} with (force)`)),
      ),
  };
}
