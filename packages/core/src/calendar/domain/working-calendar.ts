import { addDays, dayFromNumber, dayNumberOf, dayOf, partsOf, type Day } from '../../shared/index.js';
import { isDayOff, type CalendarDay, type Confidence } from './calendar-day.js';
import { computedHolidays } from './statutory-holidays.js';

/** No deadline lies further away than this; the limit ends a search in a calendar without working days. */
const LONGEST_SEARCH_DAYS = 40_000;

/**
 * Which days are worked. Made of the rows of one calendar version; a year without a statutory row counts
 * Monday to Friday and computed holidays, and says that it is provisional.
 */
export class WorkingCalendar {
  private readonly rowsByYear = new Map<number, Map<Day, CalendarDay>>();
  private readonly decreed = new Set<number>();
  private readonly workedByYear = new Map<number, readonly number[]>();

  constructor(
    /** Names the state of the data, so that a deadline can say by which calendar it was reckoned. */
    readonly version: string,
    rows: readonly CalendarDay[],
  ) {
    const given = new Map<number, CalendarDay[]>();
    for (const row of rows) {
      const { year } = partsOf(row.day);
      if (row.kind === 'statutory') this.decreed.add(year);
      given.set(year, [...(given.get(year) ?? []), row]);
    }
    for (const [year, ofYear] of given) {
      const computed = this.decreed.has(year) ? [] : computedHolidays(year);
      this.rowsByYear.set(year, new Map([...computed, ...ofYear].map((row) => [row.day, row])));
    }
  }

  isWorkingDay(day: Day): boolean {
    return this.isWorked(dayNumberOf(day), day);
  }

  /** What the calendar says about the day, if anything. */
  rowOf(day: Day): CalendarDay | undefined {
    return this.rowsOf(partsOf(day).year).get(day);
  }

  /** The rows of the year in order of day: decreed, or computed and provisional. */
  daysOf(year: number): readonly CalendarDay[] {
    return [...this.rowsOf(year).values()].sort((a, b) => (a.day < b.day ? -1 : 1));
  }

  /** Whether the holidays of the year are computed because nobody has entered them. */
  provisional(year: number): boolean {
    return !this.decreed.has(year);
  }

  /** The weakest confidence of the year's rows: `verified` only where every row was read in its source. */
  confidenceOf(year: number): Confidence {
    const found = new Set(this.daysOf(year).map((row) => row.confidence));
    return found.has('computed') ? 'computed' : found.has('recalled') ? 'recalled' : 'verified';
  }

  /**
   * The n-th working day after `day`, which itself does not count (Civil Code 2015, Art. 147); before it for a
   * negative n. Zero gives the day itself, worked or not.
   */
  addWorkingDays(day: Day, n: number): Day {
    if (!Number.isInteger(n)) throw new RangeError(`not a number of days: ${n}`);
    const direction = n < 0 ? -1 : 1;
    let number = dayNumberOf(day);
    for (let left = Math.abs(n); left > 0; left -= 1) number = this.nextWorked(number + direction, direction);
    return dayFromNumber(number);
  }

  /** Working days from `from` to `to`, both included; 0 when `to` lies before. */
  countWorkingDays(from: Day, to: Day): number {
    if (to < from) return 0;
    const [first, last] = [partsOf(from).year, partsOf(to).year];
    let count = this.workedUpTo(to) - this.workedUpTo(from) + (this.isWorkingDay(from) ? 1 : 0);
    for (let year = first; year < last; year += 1) count += this.workedIn(year).at(-1) ?? 0;
    return count;
  }

  /** Working days left until the last day of a deadline, today not counted; negative when it is over. */
  workingDaysUntil(dueOn: Day, today: Day): number {
    if (dueOn >= today) return this.countWorkingDays(addDays(today, 1), dueOn);
    return 0 - this.countWorkingDays(addDays(dueOn, 1), today);
  }

  /** The day itself if it is worked, else the next day that is (Civil Code 2015, Art. 148.5). */
  rollForward(day: Day): Day {
    return dayFromNumber(this.nextWorked(dayNumberOf(day), 1));
  }

  private nextWorked(from: number, direction: 1 | -1): number {
    for (let tried = 0; tried < LONGEST_SEARCH_DAYS; tried += 1) {
      const number = from + tried * direction;
      if (this.isWorked(number)) return number;
    }
    throw new RangeError('the calendar has no working days');
  }

  /** Worked days of the day's own year up to and with the day. */
  private workedUpTo(day: Day): number {
    const { year } = partsOf(day);
    return this.workedIn(year)[dayNumberOf(day) - dayNumberOf(dayOf(year, 1, 1))] ?? 0;
  }

  /** Running count of worked days, one number a day of the year: counting over years costs a look-up a year. */
  private workedIn(year: number): readonly number[] {
    let counts = this.workedByYear.get(year);
    if (counts === undefined) {
      const [start, end] = [dayNumberOf(dayOf(year, 1, 1)), dayNumberOf(dayOf(year, 12, 31))];
      let count = 0;
      counts = Array.from({ length: end - start + 1 }, (_, n) => (count += this.isWorked(start + n) ? 1 : 0));
      this.workedByYear.set(year, counts);
    }
    return counts;
  }

  private isWorked(number: number, day: Day = dayFromNumber(number)): boolean {
    const row = this.rowsOf(partsOf(day).year).get(day);
    if (row) return !isDayOff(row);
    // 1970-01-01, number 0, was a Thursday: Saturdays are 2 and Sundays 3 modulo 7.
    const ofWeek = ((number % 7) + 7) % 7;
    return ofWeek !== 2 && ofWeek !== 3;
  }

  private rowsOf(year: number): ReadonlyMap<Day, CalendarDay> {
    const known = this.rowsByYear.get(year);
    if (known) return known;
    const computed = new Map(computedHolidays(year).map((row) => [row.day, row]));
    this.rowsByYear.set(year, computed);
    return computed;
  }
}
