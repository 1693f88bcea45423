// From a clone to something that can run. Its output goes to a log: npm's notices hold addresses, and the first in our
// output is to be ours.
import { say } from './places.mjs';
import { buildCommand, buildEnvironment, installedAsLocked, npmCi, readJson } from './packages.mjs';
import { openLog, runChild } from './processes.mjs';

export function checkNode(version = process.versions.node) {
  const wanted = readJson('package.json').engines.node.replace('>=', '');
  const [major, minor] = version.split('.').map(Number);
  const [leastMajor, leastMinor = 0] = wanted.split('.').map(Number);
  if (major < leastMajor || (major === leastMajor && minor < leastMinor))
    throw new Error(`This is Node ${version}; Nhịp needs Node ${wanted} or newer.`);
}

const runLogged = (name, [program, ...args], env = process.env) =>
  runChild({ name, program, args, env, log: openLog('set-up') });

export async function install() {
  if (installedAsLocked()) return;
  const { command, how } = npmCi();
  say(how);
  await runLogged('npm ci', command);
}

export const build = () => runLogged('the build', buildCommand, { ...process.env, ...buildEnvironment });
