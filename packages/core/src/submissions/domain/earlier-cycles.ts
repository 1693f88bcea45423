import { addMonths, type Period } from '../../shared/index.js';

export interface EarlierCycle {
  readonly id: string;
  readonly period: Period;
}

/** Of the cycles in which the unit took part: the one before, of the same kind of period, and the one a year ago. */
export function earlierCycles(
  period: Period,
  others: readonly EarlierCycle[],
): { readonly previous: EarlierCycle | undefined; readonly lastYear: EarlierCycle | undefined } {
  const alike = others
    .filter(
      (other) =>
        other.period.preset === period.preset &&
        other.period.kind === period.kind &&
        other.period.end < period.end,
    )
    .sort((a, b) => (a.period.end < b.period.end ? 1 : -1));
  const end = addMonths(period.end, -12).slice(0, 7);
  const start = addMonths(period.start, -12).slice(0, 7);
  return {
    previous: alike[0],
    lastYear: alike.find(
      (other) => other.period.end.slice(0, 7) === end && other.period.start.slice(0, 7) === start,
    ),
  };
}
