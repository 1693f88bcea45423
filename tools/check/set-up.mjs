// Brings a fresh clone to the state in which checks and tests can run: packages installed, everything built.
import { existsSync, readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { root, run } from './process.mjs';

const read = (path) => JSON.parse(readFileSync(`${root}${path}`, 'utf8'));

/** True when node_modules holds what package-lock.json says (npm writes down there what it installed). */
function installedAsLocked() {
  if (!existsSync(`${root}node_modules/.package-lock.json`)) return false;
  const installed = read('node_modules/.package-lock.json').packages;
  return Object.entries(read('package-lock.json').packages)
    .filter(
      ([path, entry]) =>
        path.includes('node_modules/') && !entry.link && !entry.optional && !entry.devOptional,
    )
    .every(([path, entry]) => installed[path]?.version === entry.version);
}

/** npm ci by an npm that understands the lock file: older ones drop what they do not know. */
export function npmCi() {
  const version = execFileSync('npm', ['--version'], { encoding: 'utf8' }).trim();
  if (Number(version.split('.')[0]) >= 11) return ['npm', 'ci', '--include=dev'];
  return ['npx', '--yes', read('package.json').packageManager, 'ci', '--include=dev'];
}

export async function install() {
  if (installedAsLocked()) return;
  const command = npmCi();
  console.log(`installing the packages of package-lock.json with ${command.join(' ')} …`);
  const done = await run(command, { seconds: 600, show: true });
  if (!done.ok) throw new Error('npm ci failed: see above');
}

export const build = () =>
  run(['turbo', 'run', 'build', '--output-logs=errors-only', '--ui=stream'], { seconds: 300 });
