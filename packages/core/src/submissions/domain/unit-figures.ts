import type { CriteriaSetContent } from '@nhip/contracts';
import { monthsOf, periodFigure, type Figure, type UnitFigures } from '../../criteria/index.js';
import { Ratio, type Period } from '../../shared/index.js';
import { cellKey } from './cells.js';
import type { FigureRow } from './figure-row.js';

type Recorded = Pick<FigureRow, 'element' | 'month' | 'state' | 'value'>;

/** What the evaluation needs of one unit: one figure for each element of the set. */
export function unitFigures(
  { dataElements }: Pick<CriteriaSetContent, 'dataElements'>,
  unitType: string,
  period: Pick<Period, 'start' | 'end'>,
  rows: readonly Recorded[],
): UnitFigures {
  const months = monthsOf(period.start, period.end);
  const byElement = new Map<string, Figure[]>();
  for (const row of rows) byElement.set(row.element, [...(byElement.get(row.element) ?? []), asFigure(row)]);
  return {
    unitType,
    months: months === undefined ? undefined : Ratio.of(months),
    figures: new Map(
      dataElements.map((element) => [
        element.code,
        periodFigure(element, byElement.get(element.code) ?? [], months),
      ]),
    ),
  };
}

/** The rows as they stand after a save: each new one takes the place of its cell's old one. */
export function withSaved<Row extends Recorded>(rows: readonly Row[], saved: readonly Row[]): Row[] {
  const cells = new Map(rows.map((row) => [cellKey(row.element, row.month), row]));
  for (const row of saved) cells.set(cellKey(row.element, row.month), row);
  return [...cells.values()];
}

function asFigure({ state, value }: Recorded): Figure {
  return state === 'value' && value !== null
    ? { state, value: Ratio.of(value) }
    : { state: state === 'value' ? 'missing' : state };
}
