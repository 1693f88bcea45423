import type { CriteriaSetContent } from '@nhip/contracts';
import type { Period } from '../../shared/index.js';
import { cellKey, cellsOf, type Cell } from './cells.js';
import type { FigureRow } from './figure-row.js';

/** Cells the unit has to fill and for which it has chosen no state yet. */
export function openCells(
  content: Pick<CriteriaSetContent, 'dataElements'>,
  unitType: string,
  period: Pick<Period, 'start' | 'end'>,
  rows: readonly Pick<FigureRow, 'element' | 'month'>[],
): Cell[] {
  const filled = new Set(rows.map(({ element, month }) => cellKey(element, month)));
  return cellsOf(content, unitType, period).filter(
    ({ element, month }) => element.filledBy === 'unit' && !filled.has(cellKey(element.code, month)),
  );
}
