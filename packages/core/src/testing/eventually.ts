import { setTimeout as sleep } from 'node:timers/promises';
import type { Reader } from '../platform/index.js';

/** How long a spec waits for a state: a slow machine under load has time enough, and jest more than that. */
export const PATIENCE_MS = 30_000;

/** Tries again until it no longer throws. Gives what it gave, or throws what it threw last. */
export async function eventually<Result>(
  attempt: () => Result | Promise<Result>,
  patienceMs = PATIENCE_MS,
): Promise<Result> {
  for (const patience = AbortSignal.timeout(patienceMs); ; await sleep(50)) {
    try {
      return await attempt();
    } catch (error) {
      if (patience.aborted) throw error;
    }
  }
}

/** Waits until so many statements of this database wait for a lock somebody else holds. */
export const untilBlocked = (reader: Reader, statements: number): Promise<void> =>
  eventually(async () => {
    const [seen] = await reader.rows<{ waiting: number }>(
      `select count(*)::int as waiting from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (seen?.waiting !== statements) throw new Error(`${seen?.waiting} statements wait for a lock.`);
  });
