import type { ExternalFigures, FormElement } from '@nhip/contracts';
import { cellOf, type FormCell } from '../entry/form-cells.js';

/** An element, or one month of a monthly one, as a column over all units. */
export interface ExternalColumn {
  readonly column: string;
  readonly element: FormElement;
  readonly month: string | null;
}

/** One key for a unit's cell: the unit, then the column. */
export const externalKey = (unitId: string, column: string): string => `${unitId} ${column}`;

export const unitOfKey = (key: string): string => key.slice(0, key.indexOf(' '));
export const columnOfKey = (key: string): string => key.slice(key.indexOf(' ') + 1);

/** All cells of the page, by key. */
export function externalCells({ elements, units }: Pick<ExternalFigures, 'elements' | 'units'>) {
  const byCode = new Map(elements.map((element) => [element.code, element]));
  return new Map(
    units.flatMap(({ unit, rows }) =>
      rows.flatMap((row): [string, FormCell][] => {
        const element = byCode.get(row.element);
        const cell = externalKey(unit.id, cellOf(row));
        return element ? [[cell, { cell, element, row: { ...row, lastYear: null } }]] : [];
      }),
    ),
  );
}

/** The columns any unit has, elements in the order of the set. */
export function externalColumns({
  elements,
  units,
}: Pick<ExternalFigures, 'elements' | 'units'>): ExternalColumn[] {
  return elements.flatMap((element) => {
    const months = units.flatMap(({ rows }) => rows.filter((row) => row.element === element.code));
    const known = new Map(months.map((row) => [cellOf(row), row.month]));
    return [...known].sort().map(([column, month]) => ({ column, element, month }));
  });
}
