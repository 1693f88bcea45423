import { DomainError } from './domain-error.js';

declare const brand: unique symbol;

/** A civil day of the Gregorian calendar, `YYYY-MM-DD`. Texts of it sort as the days do. */
export type Day = string & { readonly [brand]: 'Day' };

export interface DayParts {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly dayOfMonth: number;
}

/** ISO: Monday 1 … Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS_IN_400_YEARS = 146_097;
/** Day number of 1970-01-01 counted from 0000-03-01, where leap days come last in their year. */
const EPOCH = 719_468;

/** Reads `YYYY-MM-DD`; undefined for anything that is not a day of the calendar (31 February). */
export function parseDay(text: string): Day | undefined {
  const match = FORM.exec(text);
  return match && isDayOfCalendar(Number(match[1]), Number(match[2]), Number(match[3]))
    ? (text as Day)
    : undefined;
}

/** Reads `YYYY-MM-DD`; throws DAY_INVALID. */
export function day(text: string): Day {
  const found = parseDay(text);
  if (found === undefined) throw new DomainError('DAY_INVALID', { text: text.slice(0, 40) });
  return found;
}

/** The day of year, month 1–12 and day of the month; throws DAY_INVALID. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  return day(`${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`);
}

export function partsOf(of: Day): DayParts {
  return { year: Number(of.slice(0, 4)), month: Number(of.slice(5, 7)), dayOfMonth: Number(of.slice(8, 10)) };
}

/** Days since 1970-01-01, negative before. */
export function dayNumberOf(of: Day): number {
  const { year, month, dayOfMonth } = partsOf(of);
  const shifted = month > 2 ? year : year - 1;
  const cycle = Math.floor(shifted / 400);
  const yearOfCycle = shifted - cycle * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOfMonth - 1;
  const dayOfCycle =
    yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear;
  return cycle * DAYS_IN_400_YEARS + dayOfCycle - EPOCH;
}

/** The inverse of dayNumberOf; throws DAY_INVALID outside the years 0000–9999. */
export function dayFromNumber(dayNumber: number): Day {
  const shifted = dayNumber + EPOCH;
  const cycle = Math.floor(shifted / DAYS_IN_400_YEARS);
  const dayOfCycle = shifted - cycle * DAYS_IN_400_YEARS;
  const yearOfCycle = Math.floor(
    (dayOfCycle -
      Math.floor(dayOfCycle / 1460) +
      Math.floor(dayOfCycle / 36_524) -
      Math.floor(dayOfCycle / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  return dayOf(cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0), month, dayOfMonth);
}

export function addDays(to: Day, days: number): Day {
  return dayFromNumber(dayNumberOf(to) + days);
}

/** Whole days from `from` to `to`: 1 for tomorrow, negative when `to` lies before. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/** A month without the corresponding day ends on its last day (Civil Code 2015, Art. 148). */
export function addMonths(to: Day, months: number): Day {
  const { year, month, dayOfMonth } = partsOf(to);
  const count = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(count / 12);
  const targetMonth = (count % 12) + 1;
  return dayOf(targetYear, targetMonth, Math.min(dayOfMonth, daysInMonth(targetYear, targetMonth)));
}

export function weekdayOf(of: Day): Weekday {
  // 1970-01-01 was a Thursday.
  return (((((dayNumberOf(of) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

export function isWeekend(of: Day): boolean {
  return weekdayOf(of) >= 6;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function lastDayOfMonth(year: number, month: number): Day {
  return dayOf(year, month, daysInMonth(year, month));
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Every day from `from` to `to`, both included; nothing when `to` lies before. */
export function* daysFrom(from: Day, to: Day): Generator<Day> {
  for (let number = dayNumberOf(from); number <= dayNumberOf(to); number += 1) yield dayFromNumber(number);
}

export const earlierDay = (a: Day, b: Day): Day => (a <= b ? a : b);
export const laterDay = (a: Day, b: Day): Day => (a >= b ? a : b);

function isDayOfCalendar(year: number, month: number, dayOfMonth: number): boolean {
  return month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
