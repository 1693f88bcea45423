import { partsOf, type Day } from '../../shared/index.js';
import type { CalendarDay } from './calendar-day.js';
import { readDeadline } from './deadline-phrase.js';
import type { DeadlineReading } from './deadline-reading.js';
import { computedHolidays } from './statutory-holidays.js';
import type { WorkingCalendar } from './working-calendar.js';

/** A day as it is recorded; `own`: by the administration itself, whose days go before the installation's. */
export interface RecordedDay extends CalendarDay {
  readonly own: boolean;
}

export interface CalendarChange {
  readonly days: readonly CalendarDay[];
  readonly removed: readonly Day[];
}

/**
 * The change with what it brings along: the first holiday entered for a year nobody has decreed keeps the computed ones
 * of that year beside it, or the year would have that one only.
 */
export function wholeChange(change: CalendarChange, recorded: readonly RecordedDay[]): CalendarChange {
  const yearsOf = (days: readonly CalendarDay[]) =>
    new Set(days.filter(({ kind }) => kind === 'statutory').map(({ day }) => partsOf(day).year));
  const decreed = yearsOf(recorded);
  const said = new Set([...change.days, ...recorded].map(({ day }) => day));
  const computed = [...yearsOf(change.days)]
    .filter((year) => !decreed.has(year))
    .flatMap((year) => computedHolidays(year).filter(({ day }) => !said.has(day)));
  return { ...change, days: [...change.days, ...computed] };
}

/** The days that hold after the change. */
export function daysAfter(
  recorded: readonly RecordedDay[],
  { days, removed }: CalendarChange,
): readonly CalendarDay[] {
  const after = new Map<Day, CalendarDay>();
  const gone = new Set(removed);
  for (const row of recorded) if (!row.own) after.set(row.day, row);
  for (const row of recorded) if (row.own && !gone.has(row.day)) after.set(row.day, row);
  for (const row of days) after.set(row.day, row);
  return [...after.values()];
}

export interface RereadRequest {
  readonly phrase: string;
  /** The day it means at present. */
  readonly dueOn: Day;
  /** Days the document may be of: the first from which the phrase means `dueOn` today decides. */
  readonly documentDays: readonly (Day | undefined)[];
  readonly before: WorkingCalendar;
  readonly after: WorkingCalendar;
  readonly zone: string;
}

/** What a phrase means by the new calendar, where that is another day; a day chosen by hand never moves. */
export function reread(request: RereadRequest): (DeadlineReading & { readonly dueOn: Day }) | undefined {
  const { phrase, dueOn, documentDays, before, after, zone } = request;
  for (const documentDay of documentDays) {
    if (documentDay === undefined) continue;
    if (readDeadline(phrase, { documentDay, calendar: before, zone }).dueOn !== dueOn) continue;
    const reading = readDeadline(phrase, { documentDay, calendar: after, zone });
    return reading.dueOn === null || reading.dueOn === dueOn
      ? undefined
      : { ...reading, dueOn: reading.dueOn };
  }
  return undefined;
}
