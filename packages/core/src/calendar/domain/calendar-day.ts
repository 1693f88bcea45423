import { isWeekend, type Day } from '../../shared/index.js';

/**
 * `statutory`: a paid holiday of the Labour Code; `in_lieu`: a working day off because a holiday fell on a
 * weekend; `swap_off`/`swap_work`: a working day exchanged for a weekend day by decision; `unconfirmed`:
 * announced but not settled, a working day until an administrator says otherwise; `ordinary`: settled as a day like any
 * other.
 */
export const calendarDayKinds = [
  'statutory',
  'in_lieu',
  'swap_off',
  'swap_work',
  'unconfirmed',
  'ordinary',
] as const;
export type CalendarDayKind = (typeof calendarDayKinds)[number];

/** How sure a day is: read in its source, recalled without one, or computed by rule. */
export const confidences = ['verified', 'recalled', 'computed'] as const;
export type Confidence = (typeof confidences)[number];

/** A day on which the calendar says something else than "Monday to Friday". */
export interface CalendarDay {
  readonly day: Day;
  readonly kind: CalendarDayKind;
  readonly name: string;
  readonly nameEn?: string;
  readonly confidence: Confidence;
  /** Number, symbol and date of the document that decided it. */
  readonly source?: string;
}

/** Whether the row makes its day a working day, a day off, or leaves the weekday to decide. */
export function isDayOff(row: CalendarDay): boolean {
  return row.kind === 'swap_work'
    ? false
    : row.kind === 'unconfirmed' || row.kind === 'ordinary'
      ? isWeekend(row.day)
      : true;
}
