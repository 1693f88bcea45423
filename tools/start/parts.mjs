// The long-running parts, started again whenever they die.
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './places.mjs';
import { lastLines, openLog, startChild } from './processes.mjs';

const longestPause = 30_000;
const steadyAfter = 60_000;

/**
 * Keeps a part running until `stopping()`; its output goes to a log of its own.
 * @param {{ name: string, script: string, environment: () => Promise<object>, stopping: () => boolean, mayFinish?: boolean }} part
 *   `environment` is asked before every start; `mayFinish`: exit status 0 means its work is done
 * @returns a handle that counts the deaths, and knows whether the one that runs has said that it listens
 */
export function keepRunning({ name, script, environment, stopping, mayFinish = false }) {
  const handle = { deaths: 0, child: undefined, listening: false };
  const keep = async () => {
    for (let pause = 1_000; !stopping(); pause = Math.min(pause * 2, longestPause)) {
      const log = openLog(name);
      const env = await environment();
      if (stopping()) return;
      const begun = Date.now();
      handle.child = startChild({ name, args: [script], env, log, tells: true });
      handle.child.process.once('message', () => (handle.listening = true));
      const problem = await handle.child.ended;
      handle.listening = false;
      if (stopping() || (mayFinish && !problem)) return;
      handle.deaths += 1;
      if (Date.now() - begun > steadyAfter) pause = 1_000;
      say(
        `${name} ended (${problem || 'exit status 0'}), again in ${pause / 1000} s. The end of ${log}:\n${lastLines(log)}`,
      );
      await sleep(pause);
    }
  };
  keep().catch((error) => say(`${name} cannot be started: ${error.message}`));
  return handle;
}

/** Waits until the API says it is ready, and not another program that was quicker to take its port. */
export async function untilReady(api, address) {
  for (const giveUpAt = Date.now() + 60_000; Date.now() < giveUpAt && api.deaths < 3; await sleep(50)) {
    const ready =
      api.listening &&
      (await fetch(`${address()}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
        (answer) => answer.ok,
        () => false,
      ));
    if (ready) return;
  }
  throw new Error('The API does not become ready: see .nhip/logs/api.log');
}
