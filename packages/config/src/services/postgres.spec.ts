import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { startPostgres, type PostgresServer } from './postgres.js';

const ask = async (url: string, query: string): Promise<unknown> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(query);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
};

const lockOf = (server: PostgresServer) => join(server.dataFolder, 'postmaster.pid');
const processOf = (server: PostgresServer) => Number(readFileSync(lockOf(server), 'utf8').split('\n')[0]);

describe('startPostgres', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nhip-postgres-'));
  const said: string[] = [];
  const start = (port?: number) =>
    startPostgres({ folder, port, settings: { fsync: 'off' }, log: (line) => said.push(line) });
  let server: PostgresServer;

  beforeAll(async () => {
    server = await start();
  });
  afterAll(async () => {
    await server.discard();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['show server_encoding', 'UTF8'],
    ['show data_checksums', 'on'],
    ['show listen_addresses', '127.0.0.1'],
    ['show unix_socket_directories', ''],
    ['select datlocprovider from pg_database where datname = current_database()', 'b'],
    ["select lower('ĐỒNG ƯỚC')", 'đồng ước'],
    ['select count(*)::int from pg_hba_file_rules where auth_method <> $$scram-sha-256$$', 0],
  ])('%s → %s', async (query, answer) => {
    expect(await ask(server.url, query)).toBe(answer);
  });

  it('keeps the password to its owner and lets nobody in without it', async () => {
    const file = join(dirname(server.dataFolder), 'superuser.password');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await expect(ask(server.url.replace(/:[^:@/]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/);
  });

  it('adopts the server that is running, and says that the port asked for is not the one', async () => {
    const again = await start(server.port + 1);
    expect(again).toMatchObject({ adopted: true, port: server.port });
    expect(said.at(-1)).toContain(`PostgreSQL listens on ${server.port}`);
  });

  it('starts again after a kill, with what was committed', async () => {
    await ask(server.url, 'create table kept as select 42 as answer');
    process.kill(processOf(server), 'SIGKILL');
    server = await start();
    expect(server.adopted).toBe(false);
    expect(await ask(server.url, 'select answer from kept')).toBe(42);
  });

  it('starts where the lock file names a process that is not PostgreSQL, and leaves that one alone', async () => {
    const lock = readFileSync(lockOf(server), 'utf8');
    await server.stop();
    expect(server.alive()).toBe(false);
    writeFileSync(lockOf(server), lock.replace(/^\d+/, String(process.pid)));
    await server.stop();
    server = await start(server.port);
    expect(server.alive()).toBe(true);
  });

  it('leaves nothing behind when discarded', async () => {
    await server.discard();
    expect(existsSync(dirname(server.dataFolder))).toBe(false);
  });
});
