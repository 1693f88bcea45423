// From a clone to something that can run: the packages of the lock file, then the build.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { inRoot, say } from './places.mjs';
import { openLog, runChild } from './processes.mjs';

const readJson = (...path) => JSON.parse(readFileSync(inRoot(...path), 'utf8'));

export function checkNode(version = process.versions.node) {
  const wanted = readJson('package.json').engines.node.replace('>=', '');
  const [major, minor] = version.split('.').map(Number);
  const [leastMajor, leastMinor = 0] = wanted.split('.').map(Number);
  if (major < leastMajor || (major === leastMajor && minor < leastMinor))
    throw new Error(`This is Node ${version}; Nhịp needs Node ${wanted} or newer.`);
}

/** npm writes down what it installed, last of all: an interrupted or outdated install shows. */
function installedAsLocked() {
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
  ? { program: process.execPath, args: [process.env.npm_execpath] }
  : { program: 'npm', args: [] };

function npmVersion() {
  const shell = process.platform === 'win32' && npm.program === 'npm';
  return execFileSync(npm.program, [...npm.args, '--version'], {
    encoding: 'utf8',
    shell,
    cwd: inRoot(),
  }).trim();
}

export async function install() {
  if (installedAsLocked()) return;
  const wanted = readJson('package.json').packageManager; // npm@x.y.z
  const version = npmVersion();
  const log = openLog('set-up'); // npm's notices hold addresses, and the first in our output is to be ours
  const ci = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  if (Number(version.split('.')[0]) >= 11) {
    say('installing the packages of the lock file (npm ci) …');
    await runChild({ name: 'npm ci', program: npm.program, args: [...npm.args, ...ci], log });
  } else {
    say(`npm ${version} is too old for the lock file: installing with npx ${wanted} …`);
    await runChild({
      name: 'npm ci',
      program: npm.program,
      args: [...npm.args, 'exec', '--yes', '--', wanted, ...ci],
      log,
    });
  }
}

export async function build() {
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' };
  const turbo = inRoot('node_modules/turbo/bin/turbo');
  const args = [turbo, 'run', 'build', '--output-logs=errors-only', '--ui=stream'];
  await runChild({ name: 'the build', args, env, log: openLog('set-up') });
}
