import type { ScheduleRule } from '@nhip/contracts';
import {
  addDays,
  dayAt,
  dayOf,
  instantAt,
  partsOf,
  startOfDay,
  type Day,
  type Instant,
} from '../../shared/index.js';

/** One time a schedule runs: the period it is for, and when. */
export interface Occurrence {
  /** `2026-11-23`, `2026-11` or `2026-Q4`. */
  readonly periodKey: string;
  readonly dueAt: Instant;
}

/** The part of a working calendar that schedules need. */
export interface ScheduleCalendar {
  addWorkingDays(day: Day, days: number): Day;
}

export interface ScheduleSurroundings {
  readonly calendar: ScheduleCalendar;
  readonly zone: string;
}

/** The first time after a moment. */
export function nextOccurrence(
  rule: ScheduleRule,
  after: Instant,
  { calendar, zone }: ScheduleSurroundings,
): Occurrence {
  const nth = (before: Day, n: number): Instant =>
    instantAt(calendar.addWorkingDays(before, n), rule.at, zone);
  const today = dayAt(after, zone);
  if (rule.every === 'working-day') {
    for (let before = addDays(today, -1); ; before = addDays(before, 1)) {
      const on = calendar.addWorkingDays(before, 1);
      const dueAt = instantAt(on, rule.at, zone);
      if (dueAt > after) return { periodKey: on, dueAt };
    }
  }
  const months = rule.every === 'quarter' ? 3 : 1;
  for (let first = firstOfPeriod(today, months); ; first = monthsLater(first, months)) {
    const dueAt = nth(addDays(first, -1), rule.workingDay);
    if (dueAt > after) return { periodKey: keyOf(first, rule.every), dueAt };
  }
}

/** Further back than any period's first days. */
const BEFORE_PERIOD = -130;

/**
 * When an armed occurrence is due by a calendar that has changed since: the time of the same period, also where that is
 * over by now, so that it runs at once and none is passed over. Of working days the first that comes.
 */
export function occurrenceAgain(
  rule: ScheduleRule,
  armed: Occurrence,
  now: Instant,
  surroundings: ScheduleSurroundings,
): Occurrence {
  if (rule.every === 'working-day') return nextOccurrence(rule, now, surroundings);
  const { zone } = surroundings;
  const early = addDays(dayAt(armed.dueAt, zone), BEFORE_PERIOD);
  let next = nextOccurrence(rule, startOfDay(early, zone), surroundings);
  while (next.periodKey < armed.periodKey) next = nextOccurrence(rule, next.dueAt, surroundings);
  return next;
}

/** The next so many times. */
export function nextOccurrences(
  rule: ScheduleRule,
  after: Instant,
  count: number,
  surroundings: ScheduleSurroundings,
): Occurrence[] {
  const found: Occurrence[] = [];
  for (let at = after; found.length < count;) {
    const next = nextOccurrence(rule, at, surroundings);
    found.push(next);
    at = next.dueAt;
  }
  return found;
}

/** First day of the period of so many months that holds the day; the n-th working day may spill over from the one before. */
function firstOfPeriod(of: Day, months: number): Day {
  const { year, month } = partsOf(of);
  const first = dayOf(year, month - ((month - 1) % months), 1);
  return monthsLater(first, -months);
}

function monthsLater(first: Day, months: number): Day {
  const { year, month } = partsOf(first);
  const index = year * 12 + (month - 1) + months;
  return dayOf(Math.floor(index / 12), (index % 12) + 1, 1);
}

function keyOf(first: Day, every: 'month' | 'quarter'): string {
  const { year, month } = partsOf(first);
  return every === 'quarter'
    ? `${year}-Q${Math.ceil(month / 3)}`
    : `${year}-${String(month).padStart(2, '0')}`;
}
