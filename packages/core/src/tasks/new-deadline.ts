import type { DeadlineInput } from '@nhip/contracts';
import type { Calendars } from '../calendar/index.js';
import type { Transaction } from '../platform/index.js';
import { dayAt, DomainError } from '../shared/index.js';
import type { Deadline } from '../workflow/index.js';
import { checkFamily } from './check-family.js';
import { readTaskDeadline } from './domain/task-deadline.js';
import type { Task, TaskChange } from './persistence/tasks.repository.js';

export interface DeadlineMoved {
  readonly due: Deadline;
  readonly change: TaskChange;
}

/** A new deadline of the task: as readNewDeadline says, and within its family, as checkFamily says. */
export async function newDeadline(
  tx: Transaction,
  calendars: Calendars,
  input: DeadlineInput,
  task: Pick<Task, 'id' | 'parentId'>,
): Promise<DeadlineMoved> {
  const moved = await readNewDeadline(tx, calendars, input);
  await checkFamily(tx, task, moved.due);
  return moved;
}

/** A deadline read from today that is a day still ahead; refuses DEADLINE_NOT_A_DAY and DEADLINE_PAST. */
export async function readNewDeadline(
  tx: Transaction,
  calendars: Calendars,
  input: DeadlineInput,
): Promise<DeadlineMoved> {
  const { due, phrase, reading } = readTaskDeadline(input, {
    documentDay: dayAt(tx.now, calendars.zone),
    calendar: await calendars.of(tx, tx.administrationId),
    zone: calendars.zone,
  });
  if (due === null) throw new DomainError('DEADLINE_NOT_A_DAY', { phrase: phrase ?? '' });
  if (due.at <= tx.now) throw new DomainError('DEADLINE_PAST', { dueOn: due.on });
  return { due, change: { phrase, reading, dueOn: due.on, dueAt: due.at } };
}
