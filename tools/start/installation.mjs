// One installation: the cluster, its roles and passwords, whether it holds the sample, and how it is brought up to date.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot, inState, say, state, usualPorts } from './places.mjs';
import { runChild } from './processes.mjs';

const backupsKept = 3;

const services = () => import(pathToFileURL(inRoot('packages/config/dist/services/index.js')).href);

const secret = () => randomBytes(24).toString('base64url');

/** `complete` is set last: what is not complete is begun anew, so a first start may be killed at any point. */
function readInstallation(home) {
  const file = join(home, 'installation.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function writeInstallation(home, installation) {
  const file = join(home, 'installation.json');
  writeFileSync(`${file}.new`, JSON.stringify(installation, undefined, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

async function asSuperuser(server, work) {
  const { default: pg } = await import(
    pathToFileURL(createRequire(inRoot('packages/config/package.json')).resolve('pg')).href
  );
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The owner of the schema may make the roles of the application, but is no superuser. */
const createDatabase = (server, { ownerPassword }) =>
  asSuperuser(server, async (client) => {
    await client.query('set log_min_error_statement = panic'); // a failing statement must not put the password in the log
    await client.query(`create role nhip_owner login createrole password '${ownerPassword}'`);
    await client.query('create database nhip owner nhip_owner');
  });

const databaseExists = (server) =>
  asSuperuser(server, async (client) => {
    const found = await client.query("select from pg_database where datname = 'nhip'");
    return found.rowCount === 1;
  });

const address = (server, role, password) => `postgres://${role}:${password}@127.0.0.1:${server.port}/nhip`;

/** What the tools and parts are told. Only migrate gets the owner. */
export function environment({ server, installation }, more = {}) {
  const { DATABASE_OWNER_URL: _owner, REDIS_URL: _redis, PORT: _port, ...inherited } = process.env;
  return {
    ...inherited,
    DATABASE_URL: address(server, 'nhip_app', installation.applicationPassword),
    EVIDENCE_DIR: join(server.home, 'evidence'),
    ...more,
  };
}

const ownerEnvironment = (opened) =>
  environment(opened, {
    DATABASE_OWNER_URL: address(opened.server, 'nhip_owner', opened.installation.ownerPassword),
  });

const tool = (name) => inRoot('tools/dist', `${name}.js`);
export const hasTool = (name) => existsSync(tool(name));

/** Runs one of the tools; its progress goes to stderr, or with 'pipe' its text is returned. */
const runTool = (name, env, { args = [], output = 'stderr' } = {}) =>
  runChild({ name, args: [tool(name), ...args], env, output });

let database;
let closed = false;

export function startDatabase() {
  if (closed) throw new Error('Stopping: PostgreSQL is not started again.');
  database = services().then(({ startPostgres }) =>
    startPostgres({ folder: state, port: usualPorts.postgres, log: say }),
  );
  return database;
}

/** Stops the server, also one that is only just starting. */
export async function stopDatabase() {
  closed = true;
  const server = await database?.catch(() => undefined);
  await server?.stop();
}

export const findFreePort = async (preferred) => (await services()).findFreePort(preferred);

/** Deletes the cluster wherever it stands, and the logs; backups stay. */
export async function discardInstallation() {
  await (await services()).discardPostgres(state);
  rmSync(inState('logs'), { recursive: true, force: true });
}

async function firstStart(server, kind) {
  const installation = { kind, complete: false, ownerPassword: secret(), applicationPassword: secret() };
  const opened = { server, installation };
  writeInstallation(server.home, installation);
  await createDatabase(server, installation);
  say('creating the schema …');
  await runTool('migrate', ownerEnvironment(opened));
  if (kind === 'sample') {
    say('loading the sample data …');
    await runTool('load-samples', environment(opened));
  }
  installation.complete = true;
  writeInstallation(server.home, installation);
  return opened;
}

/** Copies the stopped cluster with its passwords and the evidence files; the copy is named only when it is whole. */
async function backUp(server) {
  await server.stop();
  const name = new Date().toISOString().replaceAll(':', '-').slice(0, 19);
  const target = inState('backups', name);
  const unfinished = `${target}.unfinished`;
  say(`backing up to ${target} …`);
  mkdirSync(inState('backups'), { recursive: true, mode: 0o700 });
  try {
    const programs = join(server.home, 'postgresql-'); // a copy the installed packages can always make again
    const filter = (path) => !path.startsWith(programs);
    await cp(server.home, unfinished, {
      recursive: true,
      verbatimSymlinks: true,
      preserveTimestamps: true,
      filter,
    });
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new Error(`The backup could not be made, so nothing was changed: ${error.message}`, {
      cause: error,
    });
  }
  const old = readdirSync(inState('backups')).sort().slice(0, -backupsKept);
  for (const each of old) rmSync(inState('backups', each), { recursive: true, force: true });
  return target;
}

async function upgrade(opened) {
  const status = await runTool('migrate', ownerEnvironment(opened), { args: ['--status'], output: 'pipe' });
  const [, answer, pending] = /^(current|pending (\d+))$/m.exec(status) ?? [];
  if (!answer) throw new Error(`migrate --status says neither current nor how much is pending:\n${status}`);
  if (answer === 'current') return opened;
  say(`upgrading: ${pending} migration(s) pending`);
  const backup = await backUp(opened.server);
  const upgraded = { ...opened, server: await startDatabase() };
  await runTool('migrate', ownerEnvironment(upgraded)).catch((error) => {
    throw new Error(`${error.message}. The state before the upgrade is in ${backup}.`, { cause: error });
  });
  say(`upgraded; the state before is in ${backup}`);
  return upgraded;
}

/**
 * Brings the installation of this folder up: made on the first start, upgraded where the code is newer.
 * @param {'sample' | 'real' | undefined} wanted what to make; undefined takes what is there, else the sample
 * @returns {Promise<{ server: object, installation: { kind: 'sample' | 'real' } }>}
 */
export async function openInstallation(wanted) {
  let server = await startDatabase();
  let installation = readInstallation(server.home);
  if (installation && !installation.complete) {
    say('the first start was interrupted: beginning anew');
    await server.discard();
    server = await startDatabase();
    installation = undefined;
  }
  if (!installation) {
    if (await databaseExists(server))
      throw new Error(
        `There is a database in ${server.dataFolder}, but not its installation.json with the passwords.`,
      );
    return firstStart(server, wanted ?? 'sample');
  }
  if (wanted === 'real' && installation.kind === 'sample')
    throw new Error(
      'This folder holds a sample installation. To begin a real one: npm start -- --reset --empty',
    );
  return upgrade({ server, installation });
}

/** Says who can sign in: the demo accounts, or the link that makes the first administrator. Failing at it ends nothing. */
export async function welcome({ installation }, env) {
  const name = installation.kind === 'sample' ? 'demo-accounts' : 'setup-link';
  if (!hasTool(name)) return;
  try {
    process.stdout.write(await runTool(name, env, { output: 'pipe' }));
  } catch (error) {
    say(`${error.message}. To see it again: stop, and npm start.`);
  }
}
