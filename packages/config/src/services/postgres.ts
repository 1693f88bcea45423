import { execFile } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Account } from './account.js';
import { findFreePort } from './free-port.js';
import { type PostgresBinaries, preparePostgresBinaries } from './postgres-binaries.js';
import { type PostgresHome, preparePostgresHome } from './postgres-home.js';
import { findRunning, isRunning, loosenStaleLock } from './postgres-process.js';

export interface PostgresOptions {
  /** Where the cluster is kept; made if missing. As root it may have to live elsewhere, which the log names. */
  folder: string;
  /** Taken if free; else, and without it, any free port. */
  port?: number;
  /** Server settings, as `{ fsync: 'off' }` for a cluster nobody will miss. Plain words and numbers only. */
  settings?: Readonly<Record<string, string>>;
  log?: (line: string) => void;
}

export interface PostgresServer {
  /** Superuser, database `postgres`: for making roles and databases, never for API or worker. */
  url: string;
  port: number;
  /** Its own folder: data, log and superuser password; what belongs to this cluster may be kept there. */
  home: string;
  dataFolder: string;
  logFile: string;
  /** True where the server was running already, left by a start that was killed. */
  adopted: boolean;
  /** Whether its main process still lives; asks the system, not the database. */
  alive(): boolean;
  /** Stops the server and waits until its files are closed and safe to copy. */
  stop(): Promise<void>;
  /** Stops the server and deletes the cluster with its log and password. */
  discard(): Promise<void>;
}

const run = promisify(execFile);
const largestLog = 20 * 1024 * 1024;
const patience = 10_000;

/** Runs one of the binaries as the account, with nothing of our environment: PGDATA or PGPORT would be obeyed. */
const runAs = (account: Account | undefined, program: string, args: readonly string[]) =>
  run(program, args, {
    ...(account && { uid: account.uid, gid: account.gid }),
    cwd: '/',
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC', SystemRoot: process.env['SystemRoot'] },
  });

/**
 * Lower case and sorting are PostgreSQL's own (C.UTF-8 everywhere), but pg_trgm asks the system's locale what a letter
 * is: under plain C every Vietnamese letter with a mark would be lost to the search by likeness.
 */
const characterTypes = ['C.UTF-8', 'en_US.UTF-8', 'C'] as const;

async function initialiseWith(
  characterType: string,
  home: PostgresHome,
  programs: PostgresBinaries,
  durable: boolean,
) {
  const { account } = home;
  const unfinished = join(home.home, 'data.unfinished');
  const passwordFile = join(home.home, 'initdb.password');
  for (const leftOver of [unfinished, passwordFile]) rmSync(leftOver, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, home.superuserPassword, { mode: 0o600, flag: 'wx' });
  if (account) for (const path of [unfinished, passwordFile]) chownSync(path, account.uid, account.gid);
  try {
    await runAs(account, programs.initdb, [
      `--pgdata=${unfinished}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      `--lc-ctype=${characterType}`,
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  return unfinished;
}

/** Makes the cluster beside its place and moves it there when whole, so that a kill leaves none half made. */
async function initialise(home: PostgresHome, programs: PostgresBinaries, durable: boolean): Promise<void> {
  for (const characterType of characterTypes) {
    try {
      renameSync(await initialiseWith(characterType, home, programs, durable), home.dataFolder);
      return;
    } catch (error) {
      const unknownLocale =
        characterType !== 'C' && String((error as { stderr?: string }).stderr).includes('locale');
      if (!unknownLocale) throw error;
    }
  }
}

function checkMajor(dataFolder: string, programs: PostgresBinaries): void {
  const made = readFileSync(join(dataFolder, 'PG_VERSION'), 'utf8').trim();
  if (made !== programs.major) {
    throw new Error(
      `The data in ${dataFolder} was made by PostgreSQL ${made}, the installed programs are ${programs.major}: export it with the release it was made with, or go back to that release.`,
    );
  }
}

function turnLog({ logFile, account }: PostgresHome): void {
  if (statSync(logFile).size < largestLog) return;
  renameSync(logFile, `${logFile}.1`);
  writeFileSync(logFile, '', { mode: 0o600 });
  if (account) chownSync(logFile, account.uid, account.gid);
}

const lastLines = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-8).join('\n');

async function stopPostgres(
  { dataFolder, account }: PostgresHome,
  { pgCtl }: PostgresBinaries,
): Promise<void> {
  // pg_ctl signals whatever process the lock file names: only where that is ours.
  if (isRunning(dataFolder))
    await runAs(account, pgCtl, ['-D', dataFolder, '-m', 'fast', '-w', '-t', '60', 'stop']);
}

/** Stops the server of this folder if it runs and deletes its cluster, wherever that stands. */
export async function discardPostgres(folder: string): Promise<void> {
  const home = preparePostgresHome(folder);
  await stopPostgres(
    home,
    preparePostgresBinaries(home.home, home.account, () => undefined),
  );
  rmSync(home.home, { recursive: true, force: true });
}

/**
 * Starts PostgreSQL on 127.0.0.1 (no socket, passwords only), making its cluster on the first call, and adopts the
 * server of this folder where one is still running.
 * @throws where it does not run within ten seconds, with the last lines of its log
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const log = options.log ?? (() => undefined);
  const home = preparePostgresHome(options.folder);
  const { dataFolder, account, superuserPassword: password } = home;
  const programs = preparePostgresBinaries(home.home, account, log);
  if (account) log(`PostgreSQL runs as ${account.name} with its data in ${dataFolder}`);
  if (!existsSync(dataFolder)) await initialise(home, programs, options.settings?.['fsync'] !== 'off');
  checkMajor(dataFolder, programs);

  let port = await findRunning(dataFolder, password);
  const adopted = port !== undefined;
  if (adopted) log('PostgreSQL was still running: adopted');
  turnLog(home);
  for (const giveUpAt = Date.now() + patience; port === undefined;) {
    loosenStaleLock(dataFolder);
    const candidate = await findFreePort(options.port);
    const settings = { ...options.settings, listen_addresses: '127.0.0.1', unix_socket_directories: '' };
    const words = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
    const command = [
      '-D',
      dataFolder,
      '-l',
      home.logFile,
      '-w',
      '-t',
      '300',
      '-o',
      `-p ${candidate} ${words.join(' ')}`,
    ];
    try {
      await runAs(account, programs.pgCtl, [...command, 'start']);
      port = candidate;
    } catch (error) {
      if (Date.now() > giveUpAt)
        throw new Error(
          `PostgreSQL does not start. The end of ${home.logFile}:\n${lastLines(home.logFile)}`,
          {
            cause: error,
          },
        );
      await sleep(300);
      port = await findRunning(dataFolder, password);
    }
  }
  if (options.port && port !== options.port)
    log(`port ${options.port} is taken: PostgreSQL listens on ${port}`);

  const stop = () => stopPostgres(home, programs);
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    port,
    home: home.home,
    dataFolder,
    logFile: home.logFile,
    adopted,
    alive: () => isRunning(dataFolder),
    stop,
    discard: async () => {
      await stop();
      rmSync(home.home, { recursive: true, force: true });
    },
  };
}
