import type { DeadlineInput, DeadlineReadingView } from '@nhip/contracts';
import { readDeadline, type RecurrenceUnit, type WorkingCalendar } from '../../calendar/index.js';
import {
  addDays,
  addMonths,
  dueAtOf,
  instantAt,
  lastDayOfMonth,
  partsOf,
  type Day,
  type Instant,
} from '../../shared/index.js';
import type { Deadline } from '../../workflow/index.js';

/** A deadline as it is kept: the words, how they were read, and what came of them. */
export interface TaskDeadline {
  readonly phrase: string | null;
  readonly reading: DeadlineReadingView | null;
  /** Null where the words give no day. */
  readonly due: Deadline | null;
  readonly recurrence: RecurrenceUnit | null;
}

export interface DeadlineSurroundings {
  /** Day of the document: phrases without a year and periods of days count from it. */
  readonly documentDay: Day;
  readonly calendar: WorkingCalendar;
  readonly zone: string;
}

export const withoutDeadline: TaskDeadline = { phrase: null, reading: null, due: null, recurrence: null };

/**
 * Reads a deadline given as a phrase, as a day, or both: then the day decides, and the phrase, what it would have
 * meant and the reason are kept. Never refuses: whether a task may be without a day, its kind decides.
 */
export function readTaskDeadline(input: DeadlineInput, surroundings: DeadlineSurroundings): TaskDeadline {
  const phrase = input.phrase || null;
  const chosen = (input.dueOn ?? null) as Day | null;
  if (phrase === null && chosen === null) return withoutDeadline;
  const read: DeadlineReadingView = readDeadline(phrase, surroundings) as DeadlineReadingView;
  const byHand = chosen !== null && chosen !== read.dueOn;
  const reading = byHand ? { ...read, override: { dueOn: chosen, reason: input.reason ?? null } } : read;
  const due: Deadline | null = byHand
    ? { on: chosen, at: dueAtOf(chosen, surroundings.zone) }
    : read.dueOn !== null && read.dueAt !== null
      ? { on: read.dueOn as Day, at: read.dueAt as Instant }
      : null;
  return { phrase, reading, due, recurrence: due === null ? read.recurrence : null };
}

/** Checks of recurring work fall due at this time of their day. */
export const CHECK_TIME = '08:00';

/**
 * The next occurrence of recurring work after a day. *Thường xuyên* is checked at the end of every month; a phrase
 * that names its own day ("trước ngày 15 hằng tháng") is read again from the day.
 */
export function nextCheck(
  { phrase, recurrence }: Pick<TaskDeadline, 'phrase' | 'recurrence'>,
  after: Day,
  { calendar, zone }: Pick<DeadlineSurroundings, 'calendar' | 'zone'>,
): Deadline | null {
  if (recurrence === null) return null;
  const on =
    recurrence === 'ongoing'
      ? endOfMonthAfter(after)
      : (readDeadline(phrase, { documentDay: after, calendar, zone }).suggestion ?? addDays(after, 1));
  return { on, at: instantAt(on, CHECK_TIME, zone) };
}

function endOfMonthAfter(after: Day): Day {
  const { year, month } = partsOf(after);
  const end = lastDayOfMonth(year, month);
  if (end > after) return end;
  const next = partsOf(addMonths(end, 1));
  return lastDayOfMonth(next.year, next.month);
}
