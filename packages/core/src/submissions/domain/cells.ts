import type { CriteriaSetContent, DataElement } from '@nhip/contracts';
import { appliesTo } from '../../criteria/index.js';
import { addDays, addMonths, earlierDay, type Day, type Period } from '../../shared/index.js';

/** One place of the form: an element of the set, or one month of a monthly element. */
export interface Cell {
  readonly element: DataElement;
  /** First day of the month; null for elements filled once a period. */
  readonly month: Day | null;
  /** Days the figure covers. */
  readonly start: Day;
  readonly end: Day;
}

export const cellKey = (element: string, month: string | null): string =>
  month === null ? element : `${element}/${month.slice(0, 7)}`;

/** Every cell of the form for a unit of this type, in the order of the set. */
export function cellsOf(
  { dataElements }: Pick<CriteriaSetContent, 'dataElements'>,
  unitType: string,
  period: Pick<Period, 'start' | 'end'>,
): Cell[] {
  return dataElements
    .filter((element) => appliesTo(element.unitTypes)(unitType))
    .flatMap((element) => cellsOfElement(element, period));
}

/** None for a calculated element: nobody fills it in. */
export function cellsOfElement(element: DataElement, period: Pick<Period, 'start' | 'end'>): Cell[] {
  if (element.formula !== undefined) return [];
  if (element.frequency === 'period') return [{ element, month: null, start: period.start, end: period.end }];
  return monthsWithin(period).map(({ month, start, end }) => ({ element, month, start, end }));
}

/** The months of a period, cut as the period is: 15/12–14/1 is the month named January. */
function monthsWithin({ start, end }: Pick<Period, 'start' | 'end'>) {
  const months: { month: Day; start: Day; end: Day }[] = [];
  for (let index = 0, from = start; from <= end; index += 1, from = addMonths(start, index)) {
    const until = earlierDay(addDays(addMonths(start, index + 1), -1), end);
    months.push({ month: `${until.slice(0, 7)}-01` as Day, start: from, end: until });
  }
  return months;
}
