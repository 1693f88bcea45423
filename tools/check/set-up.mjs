// Brings a fresh clone to the state in which checks and tests can run: packages installed, everything built.
import { buildCommand, buildEnvironment, installedAsLocked, npmCi } from '../start/packages.mjs';
import { run } from './process.mjs';

export async function install() {
  if (installedAsLocked()) return;
  const { command, how } = npmCi();
  console.log(how);
  const done = await run(command, { seconds: 600, show: true });
  if (!done.ok) throw new Error('npm ci failed: see above');
}

export const build = () => run(buildCommand, { env: buildEnvironment, seconds: 300 });
