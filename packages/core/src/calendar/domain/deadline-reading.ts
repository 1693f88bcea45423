import type { Day, ErrorParams, Instant } from '../../shared/index.js';
import type { WorkingCalendar } from './working-calendar.js';

export type DeadlineClass =
  | 'exclusive'
  | 'inclusive'
  | 'month'
  | 'quarter'
  | 'year'
  | 'working-days'
  | 'calendar-days'
  | 'vague'
  | 'recurring'
  | 'none';

export interface DeadlineRemark {
  /** UPPER_SNAKE; its words stand in the contracts. */
  readonly code: string;
  readonly params: ErrorParams;
}

export type RecurrenceUnit = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'ongoing';

/** What a deadline phrase means; kept beside the phrase itself. */
export interface DeadlineReading {
  /** As it was written, in NFC; empty where the document gives none. */
  readonly phrase: string;
  readonly class: DeadlineClass;
  /** The last day, or null where the phrase gives none. */
  readonly dueOn: Day | null;
  /** Exclusive end: on time means before it. 00:00 of the day after `dueOn` unless the phrase gives an hour. */
  readonly dueAt: Instant | null;
  /** How the phrase was read. */
  readonly rule: DeadlineRemark;
  readonly warnings: readonly DeadlineRemark[];
  /** A day to offer where the phrase gives none, or where it gives one that is hardly meant. */
  readonly suggestion: Day | null;
  /** With `recurring`: how often. `suggestion` is then the next occurrence. */
  readonly recurrence: RecurrenceUnit | null;
  readonly calendarVersion: string;
}

/** What a phrase is read against. */
export interface DeadlineContext {
  /** The day of the document: gives the year where the phrase has none, and the day from which days count. */
  readonly documentDay: Day;
  readonly calendar: WorkingCalendar;
  readonly zone: string;
}

/** What one rule makes of a phrase, before days off and the hour of the deadline are looked at. */
export interface Draft {
  readonly class: DeadlineClass;
  readonly rule: string;
  readonly params?: ErrorParams;
  readonly dueOn?: Day | undefined;
  /** `HH:mm` of `dueOn` at which the time is over. */
  readonly time?: string | undefined;
  /** The last day moves to the next working day if it is a day off (Civil Code 2015, Art. 148.5). */
  readonly rolls?: boolean;
  readonly warnings?: readonly DeadlineRemark[];
  readonly suggestion?: Day | undefined;
  readonly recurrence?: RecurrenceUnit;
}

export const remark = (code: string, params: ErrorParams = {}): DeadlineRemark => ({ code, params });
