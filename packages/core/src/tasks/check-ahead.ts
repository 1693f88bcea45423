import type { Calendars } from '../calendar/index.js';
import type { Transaction } from '../platform/index.js';
import { dayAt, instantAt, type Day } from '../shared/index.js';
import type { Deadline } from '../workflow/index.js';
import { CHECK_TIME, nextCheck } from './domain/task-deadline.js';
import type { Task, TaskChange } from './persistence/tasks.repository.js';

export interface ChecksAhead {
  /** Occurrences that fell due and have no timer any more, oldest first: an outage may cover several. */
  readonly missed: readonly Day[];
  /** The next occurrence ahead, to be armed. */
  readonly check: Deadline;
  readonly change: TaskChange;
}

/** Recurring work whose present occurrence is over: what it missed and when it is due next; undefined where none is. */
export async function checksAhead(
  tx: Transaction,
  calendars: Calendars,
  task: Task,
): Promise<ChecksAhead | undefined> {
  const { zone } = calendars;
  if (task.nextCheckOn === null || instantAt(task.nextCheckOn, CHECK_TIME, zone) > tx.now) return undefined;
  const calendar = await calendars.of(tx, tx.administrationId);
  const missed = [task.nextCheckOn];
  const today = dayAt(tx.now, zone);
  for (let after = task.nextCheckOn; ;) {
    const check = nextCheck(task, after, { calendar, zone });
    if (check === null) return undefined;
    if (check.at > tx.now) return { missed, check, change: { nextCheckOn: check.on } };
    missed.push(check.on);
    // Words that give a day gone by would give it for ever.
    after = check.on > after ? check.on : today;
  }
}
