import type { DataElement } from '@nhip/contracts';
import { addDays, partsOf, Ratio, type Day } from '../../shared/index.js';
import { missingFigure, type Figure } from './figures.js';

/**
 * How many whole months lie between the first and the last day, both included: 1/1–30/9 is 9, 15/12–14/9 too.
 * Undefined where the period does not end on the day before it began in some month.
 */
export function monthsOf(start: Day, end: Day): number | undefined {
  const from = partsOf(start);
  const after = partsOf(addDays(end, 1));
  if (from.dayOfMonth !== after.dayOfMonth) return undefined;
  const months = (after.year - from.year) * 12 + after.month - from.month;
  return months > 0 ? months : undefined;
}

/**
 * One figure for the period from what was recorded for the element. A monthly element is the sum of its months;
 * a month without a figure leaves the whole missing, months that do not apply are left out.
 */
export function periodFigure(
  element: Pick<DataElement, 'frequency'>,
  recorded: readonly Figure[],
  months: number | undefined,
): Figure {
  const [first] = recorded;
  if (first === undefined) return missingFigure;
  if (element.frequency === 'period') return first;
  if (recorded.length < (months ?? 1) || recorded.some(({ state }) => state === 'missing'))
    return missingFigure;
  const values = recorded.flatMap((figure) => (figure.state === 'value' ? [figure.value] : []));
  if (values.length > 0) return { state: 'value', value: Ratio.sum(values) };
  return recorded.some(({ state }) => state === 'nothing')
    ? { state: 'nothing' }
    : { state: 'not-applicable' };
}
