// What `npm start` and `npm test` alike do first: the packages of the lock file, then the build. How a command is run
// is theirs.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from './places.mjs';

export const readJson = (...path) => JSON.parse(readFileSync(inRoot(...path), 'utf8'));

/** npm writes down what it installed, last of all: an interrupted or outdated install shows. */
export function installedAsLocked() {
  if (!existsSync(inRoot('node_modules/.package-lock.json'))) return false;
  const installed = readJson('node_modules/.package-lock.json').packages;
  return Object.entries(readJson('package-lock.json').packages)
    .filter(
      ([path, entry]) =>
        path.includes('node_modules/') && !entry.link && !entry.optional && !entry.devOptional,
    )
    .every(([path, entry]) => installed[path]?.version === entry.version);
}

/** The npm that began us, else the one on PATH. */
const npm = process.env.npm_execpath?.endsWith('npm-cli.js')
  ? [process.execPath, process.env.npm_execpath]
  : ['npm'];

function npmVersion() {
  const [program, ...args] = npm;
  const shell = process.platform === 'win32' && program === 'npm';
  return execFileSync(program, [...args, '--version'], { encoding: 'utf8', shell, cwd: inRoot() }).trim();
}

/**
 * npm ci by an npm that understands the lock file: older ones drop what they do not know.
 * @returns {{ command: string[], how: string }} program and arguments; and what it does, for people
 */
export function npmCi() {
  const wanted = readJson('package.json').packageManager; // npm@x.y.z
  const version = npmVersion();
  const ci = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  return Number(version.split('.')[0]) >= 11
    ? { command: [...npm, ...ci], how: 'installing the packages of the lock file (npm ci) …' }
    : {
        command: [...npm, 'exec', '--yes', '--', wanted, ...ci],
        how: `npm ${version} is too old for the lock file: installing with npx ${wanted} …`,
      };
}

export const buildCommand = [
  process.execPath,
  inRoot('node_modules/turbo/bin/turbo'),
  'run',
  'build',
  '--output-logs=errors-only',
  '--ui=stream',
];
export const buildEnvironment = { TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' };
