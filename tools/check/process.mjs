// Child processes with a hard time-out: each runs in a process group of its own, so that nothing it
// started outlives it.
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

export const root = new URL('../..', import.meta.url).pathname;

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
export function run([program, ...args], { env = {}, seconds = 300, show = false } = {}) {
  const begun = performance.now();
  return new Promise((resolve) => {
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
    let timer;
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    const finish = async (ok, reason = '') => {
      clearTimeout(timer);
      if (child.pid !== undefined) {
        await endGroup(child.pid);
        live.delete(child.pid);
      }
      const spent = (performance.now() - begun) / 1000;
      if (timedOut) output += `\nstopped: still running after ${seconds} s`;
      resolve({ ok: ok && !timedOut, output: output + reason, seconds: spent, timedOut });
    };
    child.on('error', (error) => finish(false, `cannot run ${program}: ${error.message}`));
    if (child.pid === undefined) return;
    live.add(child.pid);
    timer = setTimeout(() => {
      timedOut = true;
      void endGroup(child.pid);
    }, seconds * 1000);
    child.on('exit', (code) => {
      // Wait for the pipes, but not for ever: a grandchild may hold them open.
      const closed = show ? Promise.resolve() : new Promise((done) => child.on('close', done));
      void Promise.race([closed, sleep(500)]).then(() => finish(code === 0));
    });
  });
}
