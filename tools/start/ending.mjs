// One way out for npm start and npm run dev: children first, then PostgreSQL, then the folder is free again.
import { stopDatabase } from './installation.mjs';
import { say } from './places.mjs';
import { endChildren, leaveFolder } from './processes.mjs';

let stopping = false;
export const isStopping = () => stopping;

export async function stop(status) {
  if (stopping) return endChildren(0); // asked twice: at once
  stopping = true;
  await endChildren();
  await stopDatabase().catch((error) => say(`PostgreSQL does not stop: ${error.message}`));
  leaveFolder();
  process.exit(status);
}

/** Runs until Ctrl-C, TERM or a failure, and then stops everything. */
export async function runUntilStopped(work) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));
  if (process.env.npm_lifecycle_event) {
    // npm hands a TERM to its shell only, and the shell dies of it without a word to us.
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && !stopping && void stop(0), 100).unref();
  }
  process.stdout.on('error', () => undefined); // a reader that left early, as `| head -1`, ends nothing
  await work().catch((error) => {
    if (stopping) return undefined; // what fails because it is being stopped is no news
    say(error.message);
    return stop(1);
  });
}
