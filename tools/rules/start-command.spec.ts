import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

// npm start in a small checkout: the real start script, launcher and PostgreSQL, with stand-ins for the programs it runs.

const root = join(import.meta.dirname, '../..');
const checkout = mkdtempSync(join(tmpdir(), 'nhip-start-'));
const inCheckout = (...path: string[]) => join(checkout, ...path);

function write(path: string, text: string): void {
  mkdirSync(dirname(inCheckout(path)), { recursive: true });
  writeFileSync(inCheckout(path), text);
}

const database = (variable: string) => `
  import pg from 'pg';
  const client = new pg.Client(process.env.${variable});
  await client.connect();`;
const standIns: Record<string, string> = {
  'node_modules/turbo/bin/turbo': '',
  'tools/dist/migrate.js': `${database('DATABASE_OWNER_URL')}
    import { readFileSync } from 'node:fs';
    const wanted = Number(readFileSync('version', 'utf8'));
    await client.query('create table if not exists version (n int)');
    const { rows } = await client.query('select coalesce(max(n), 0) as n from version');
    if (process.argv.includes('--status')) console.log(rows[0].n === wanted ? 'current' : 'pending 1');
    else {
      const { password } = new URL(process.env.DATABASE_URL);
      if (rows[0].n === 0) await client.query("create role nhip_app login password '" + password + "'");
      await client.query('insert into version values ($1)', [wanted]);
    }
    await client.end();`,
  'tools/dist/load-samples.js': `${database('DATABASE_URL')}
    import { existsSync } from 'node:fs';
    if (existsSync('slow')) setInterval(() => {}, 1000);
    console.log('loading round 0'); // last: who reads it takes 'slow' away
    await client.end();`,
  'tools/dist/demo-accounts.js': `console.log('uy-ban / mat-khau');`,
  'apps/worker/dist/main.js': `setInterval(() => {}, 1000);`,
  'apps/api/dist/main.js': `
    import { spawn } from 'node:child_process';
    import { once } from 'node:events';
    import { existsSync, renameSync } from 'node:fs';
    import { createServer } from 'node:http';
    const { HOST, PORT, DATABASE_OWNER_URL } = process.env;
    if (existsSync('contested')) {
      renameSync('contested', 'taken');
      const quicker = spawn(process.execPath, ['quicker.js'], { stdio: ['ignore', 2, 2, 'ipc'], detached: true });
      await once(quicker, 'message');
    }
    createServer((_, response) => response.end('owner: ' + DATABASE_OWNER_URL)).listen(PORT, HOST, () =>
      process.send?.('listening'));`,
  'quicker.js': `
    import { createServer } from 'node:http';
    const server = createServer((_, response) => response.end('another'));
    server.listen(process.env.PORT, process.env.HOST, () => process.send(process.pid));
    setTimeout(() => process.exit(), 20_000);`,
};

interface Started {
  process: ChildProcess;
  /** Ended, and all it said has come. */
  closed: Promise<unknown>;
  out: () => string;
  err: () => string;
}

const started: Started[] = [];

function start(...args: string[]): Started {
  const child = spawn(process.execPath, ['tools/start.mjs', ...args], {
    cwd: checkout,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const text = { out: '', err: '' };
  child.stdout.on('data', (bytes) => (text.out += bytes));
  child.stderr.on('data', (bytes) => (text.err += bytes));
  const closed = once(child, 'close');
  const handle = { process: child, closed, out: () => text.out, err: () => text.err };
  started.push(handle);
  return handle;
}

async function until(what: () => boolean, { process: child, err }: Started): Promise<void> {
  while (!what()) {
    if (child.exitCode !== null) throw new Error(`it ended: ${err()}`);
    await sleep(20);
  }
}

async function ready(...args: string[]): Promise<Started> {
  const handle = start(...args);
  await until(() => handle.err().includes('ready in') && handle.out().includes('uy-ban'), handle);
  return handle;
}

async function ended({ process: child, closed }: Started, signal?: NodeJS.Signals): Promise<number | null> {
  if (signal) child.kill(signal);
  // What a killed one leaves running may hold its output open.
  if (signal !== 'SIGKILL') await closed;
  else if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

const addressOf = ({ out }: Started) => out().split('\n')[0] ?? '';
const record = inCheckout('.nhip/running.json');
const recorded = () =>
  JSON.parse(readFileSync(record, 'utf8')) as {
    children: { name: string; pid: number }[];
  };
const part = (name: string) => recorded().children.find((child) => child.name === name)?.pid;
const lives = (pid: number | undefined) => {
  try {
    return pid !== undefined && process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** A process whose parent was killed stays until the system has taken note of its end. */
async function gone(...pids: (number | undefined)[]): Promise<boolean> {
  for (const giveUpAt = Date.now() + 30_000; pids.some(lives) && Date.now() < giveUpAt;) await sleep(50);
  return !pids.some(lives);
}

describe('npm start', () => {
  let blocked: ReturnType<typeof createServer>;

  beforeAll(async () => {
    cpSync(join(root, 'tools/start'), inCheckout('tools/start'), { recursive: true });
    for (const file of ['tools/start.mjs', 'package.json', 'package-lock.json'])
      cpSync(join(root, file), inCheckout(file));
    for (const [path, text] of Object.entries(standIns)) write(path, text);
    write('version', '1');
    write('packages/config/package.json', '{}');
    for (const path of ['node_modules/.package-lock.json', 'node_modules/pg', 'packages/config/dist'])
      symlinkSync(join(root, path), inCheckout(path));
    blocked = createServer().listen(4747, '127.0.0.1'); // taken and mute; if it is taken already, so much the better
    await once(blocked, 'listening').catch(() => undefined);
  });

  afterAll(async () => {
    blocked.close();
    for (const each of started) await ended(each, 'SIGKILL');
    for (const { pid } of existsSync(record) ? recorded().children : [])
      if (lives(pid)) process.kill(pid, 'SIGKILL');
    const services = pathToFileURL(join(root, 'packages/config/dist/services/index.js')).href;
    const cleanUp = `import('${services}').then((services) => services.discardPostgres('${inCheckout('.nhip')}'))`;
    await once(spawn(process.execPath, ['-e', cleanUp], { stdio: 'inherit' }), 'exit');
    rmSync(checkout, { recursive: true, force: true });
  });

  it('begins anew where the first start was killed while it loaded the sample', async () => {
    write('slow', '');
    const first = start();
    await until(() => first.err().includes('loading round 0'), first);
    await ended(first, 'SIGKILL');
    rmSync(inCheckout('slow'));
    const second = await ready();
    expect(second.err()).toContain('ending load-samples, left by an earlier start');
    expect(second.err()).toContain('the first start was interrupted: beginning anew');
    expect(await ended(second, 'SIGTERM')).toBe(0);
  });

  it('says its address first, on another port where the usual one is taken, and what the API may not know is kept from it', async () => {
    const run = await ready();
    expect(run.out()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\nuy-ban/);
    expect(run.err()).toContain('port 4747 is taken');
    expect(await (await fetch(addressOf(run))).text()).toBe('owner: undefined');

    const second = start();
    expect(await ended(second)).toBe(0);
    expect(second.out()).toBe(`${addressOf(run)}\n`);

    const parts = recorded().children.map(({ pid }) => pid);
    expect(await ended(run, 'SIGINT')).toBe(0);
    expect(await gone(...parts)).toBe(true);
    expect(readdirSync(inCheckout('.nhip'))).not.toContain('running.json');
  });

  it('goes on to another port where another program took the chosen one first, and answers there', async () => {
    write('contested', '');
    const run = await ready();
    expect(await (await fetch(addressOf(run))).text()).toBe('owner: undefined');
    expect(run.err()).toContain('EADDRINUSE');
    expect(existsSync(inCheckout('taken'))).toBe(true);
    expect(await ended(run, 'SIGTERM')).toBe(0);
  });

  it('starts a killed part again, and after a kill of its own ends what it left', async () => {
    const first = await ready();
    const [api, worker] = [part('api'), part('worker')];
    process.kill(api ?? 0, 'SIGKILL');
    await until(() => ![undefined, api].includes(part('api')), first);
    await ended(first, 'SIGKILL');
    expect(lives(worker)).toBe(true);
    const second = await ready();
    expect(second.err()).toContain('adopted');
    expect(await gone(worker)).toBe(true);
    expect(await ended(second, 'SIGTERM')).toBe(0);
  });

  it('backs up before it upgrades, and says so', async () => {
    write('version', '2');
    const run = await ready();
    expect(run.err()).toMatch(/upgrading: 1 migration.*\n.*backing up to/);
    const [backup = ''] = readdirSync(inCheckout('.nhip/backups'));
    expect(readdirSync(inCheckout('.nhip/backups', backup)).sort()).toEqual(
      expect.arrayContaining(['data', 'installation.json', 'superuser.password']),
    );
    expect(await ended(run, 'SIGTERM')).toBe(0);
  });

  it('refuses to delete without a word or --yes, and to take a sample for a real installation', async () => {
    const reset = start('--reset');
    expect(await ended(reset)).toBe(1);
    expect(reset.err()).toContain('--yes');
    const empty = start('--empty');
    expect(await ended(empty)).toBe(1);
    expect(empty.err()).toContain('--reset --empty');
  });
});
