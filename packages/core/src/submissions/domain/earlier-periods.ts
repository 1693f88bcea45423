import { addDays, addMonths, dayOf, partsOf, type Day, type Period } from '../../shared/index.js';
import { monthsOf } from '../../criteria/index.js';

/** First and last day, both included. */
export interface Span {
  readonly start: Day;
  readonly end: Day;
}

/** After how many months a period of this kind comes again; undefined for days that are not whole months. */
function monthsApart({ preset, kind, start, end }: Period): number | undefined {
  switch (kind) {
    case 'month':
      return 1;
    case 'quarter':
      return 3;
    case 'half':
      // The decree knows only the first half of a year.
      return preset === 'decree-09' ? 12 : 6;
    case 'nine-months':
    case 'year':
    case 'year-to-date':
      return 12;
    case 'custom':
      return monthsOf(start, end);
  }
}

/** The period of the same kind, so many before. */
export function periodBefore(period: Period, back: number): Span | undefined {
  const apart = monthsApart(period);
  if (apart === undefined) return undefined;
  const start = addMonths(period.start, -apart * back);
  return { start, end: addDays(addMonths(addDays(period.end, 1), -apart * back), -1) };
}

/** More periods than a year of months has are never looked for. */
const MOST_IN_A_YEAR = 12;

/**
 * The periods of this kind since 1 January, this one included and first; a period of the decree belongs to the year
 * in which it ends. Undefined where they do not fill the time since then.
 */
export function periodsOfYear(period: Period): readonly Span[] | undefined {
  const { year } = partsOf(period.end);
  const spans: Span[] = [];
  for (let back = 0; back < MOST_IN_A_YEAR; back += 1) {
    const span = periodBefore(period, back);
    if (span === undefined || partsOf(span.end).year !== year) break;
    spans.push(span);
  }
  const first = spans.at(-1);
  const begins = period.preset === 'decree-09' ? addMonths(dayOf(year, 1, 15), -1) : dayOf(year, 1, 1);
  return first?.start === begins ? spans : undefined;
}
