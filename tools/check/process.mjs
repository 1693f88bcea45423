// Child processes with a hard time-out: each runs in a process group of its own, so that nothing it
// started outlives it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const live = new Set();

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}

async function endGroup(pid) {
  if (pid === undefined) return;
  if (!signalGroup(pid, 'SIGTERM')) return;
  for (let waited = 0; waited < 5_000; waited += 100) {
    await sleep(100);
    if (!signalGroup(pid, 0)) return;
  }
  signalGroup(pid, 'SIGKILL');
}

/** Ends every child that still runs; for signal handlers. */
export async function endAll() {
  await Promise.all([...live].map(endGroup));
}

/**
 * Runs a command to its end.
 * @param {string[]} command program and arguments; a bare name is looked up in node_modules/.bin, then PATH
 * @param {{ env?: Record<string, string>, seconds?: number, show?: boolean }} [options]
 *   `seconds`: hard limit (default 300). `show`: output goes straight to the terminal instead of into the result.
 * @returns {Promise<{ ok: boolean, output: string, seconds: number, timedOut: boolean }>}
 */
export async function run([program, ...args], { env = {}, seconds = 300, show = false } = {}) {
  const begun = performance.now();
  const child = spawn(program, args, {
    cwd: root,
    detached: true,
    stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    env: {
      ...process.env,
      PATH: `${root}node_modules/.bin:${process.env.PATH}`,
      TURBO_TELEMETRY_DISABLED: '1',
      ...env,
    },
  });
  let output = '';
  let timedOut = false;
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  const timer = setTimeout(() => {
    timedOut = true;
    output += `\nstopped: still running after ${seconds} s`;
    void endGroup(child.pid);
  }, seconds * 1000);
  live.add(child.pid);
  const code = await ended(child).catch((error) => {
    output += `cannot run ${program}: ${error.message}`;
  });
  clearTimeout(timer);
  await endGroup(child.pid);
  live.delete(child.pid);
  return { ok: code === 0 && !timedOut, output, seconds: (performance.now() - begun) / 1000, timedOut };
}

/** The exit code, once what was printed has arrived; a grandchild that holds the pipes open is not waited for. */
async function ended(child) {
  const closed = once(child, 'close').catch(() => {});
  const [code] = await once(child, 'exit');
  await Promise.race([closed, sleep(500, undefined, { ref: false })]);
  return code;
}
