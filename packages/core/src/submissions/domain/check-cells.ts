import {
  elementsOf,
  withParts,
  formatDay,
  formatDecimal,
  type CriteriaSetContent,
  type DataElement,
  type DocumentedCell,
  type Language,
} from '@nhip/contracts';
import { partsOverWhole, type UnitFigures } from '../../criteria/index.js';
import type { Day, FieldFault, Period, Ratio } from '../../shared/index.js';
import { cellKey, cellsOfElement, type Cell } from './cells.js';
import type { FigureRow } from './figure-row.js';
import { readFigure } from './read-figure.js';

type Side = FigureRow['side'];

export interface CheckedCells {
  readonly rows: readonly Omit<FigureRow, 'unitId'>[];
  readonly remarks: readonly { path: string; code: string; params: Readonly<Record<string, string>> }[];
  readonly faults: readonly FieldFault[];
}

/** What a cell is held against. */
export interface CellRules {
  readonly content: CriteriaSetContent;
  readonly period: Period;
  readonly unitType: string;
  /** Who fills: each side has its own elements. */
  readonly side: Side;
  readonly language: Language;
  readonly today: Day;
  /** The unit's figures as they stand: what a document printed of one stays when it is given anew. */
  readonly current: readonly FigureRow[];
}

/** Reads and checks the cells of one unit; `pathOf` says where a cell stands in the command. */
export function checkCells(
  cells: readonly DocumentedCell[],
  rules: CellRules,
  pathOf: (index: number) => string,
): CheckedCells {
  const forms = formOf(rules);
  const current = new Map(rules.current.map((row) => [cellKey(row.element, row.month), row]));
  const seen = new Set<string>();
  const rows: Omit<FigureRow, 'unitId'>[] = [];
  const remarks: CheckedCells['remarks'][number][] = [];
  const faults: FieldFault[] = [];
  for (const [index, given] of cells.entries()) {
    const path = pathOf(index);
    const fault = (field: string, code: string, params: FieldFault['params'] = {}): void =>
      void faults.push({ path: field === '' ? path : `${path}.${field}`, code, params });
    const place = placeOf(given, rules, forms);
    if (!place.ok) {
      fault(place.field, place.code, place.params);
      continue;
    }
    const { cell } = place;
    const key = cellKey(given.element, cell.month);
    if (seen.has(key)) fault('', 'CELL_TWICE');
    seen.add(key);
    const start = (given.period?.start ?? cell.start) as Day;
    const end = (given.period?.end ?? cell.end) as Day;
    if (end < start) fault('period', 'PERIOD_REVERSED', { start: formatDay(start), end: formatDay(end) });
    else if (start > rules.today) fault('', 'PERIOD_NOT_BEGUN', { start: formatDay(start) });
    const read = readFigure(cell.element, given, rules.language);
    if (!read.ok) {
      fault('value', read.code, read.params);
      continue;
    }
    remarks.push(...read.remarks.map((remark) => ({ path: `${path}.value`, ...remark })));
    rows.push({
      element: given.element,
      month: cell.month,
      start,
      end,
      side: rules.side,
      state: read.state,
      value: read.value,
      note: given.note === undefined || given.note === '' ? null : given.note,
      source: given.source ?? null,
      illustrative: given.illustrative,
      published: given.published ?? current.get(key)?.published ?? null,
    });
  }
  return { rows, remarks, faults };
}

/** A declared part over its whole, named at the cell of this save that belongs to it. */
export function partFaults(
  content: CriteriaSetContent,
  figures: UnitFigures,
  cells: readonly { readonly element: string }[],
  pathOf: (index: number) => string,
): FieldFault[] {
  const formulas = new Map(content.dataElements.map(({ code, formula }) => [code, formula]));
  return partsOverWhole(content, figures).flatMap(({ indicator, numerator, denominator }) => {
    const parts = elementsOf(indicator.numerator);
    const wholes = indicator.denominator === undefined ? [] : elementsOf(indicator.denominator);
    const entered = new Set(withParts([...parts, ...wholes], (code) => formulas.get(code)));
    const index = cells.findIndex(({ element }) => entered.has(element));
    if (index < 0) return [];
    return [
      {
        path: `${pathOf(index)}.value`,
        code: 'PART_OVER_WHOLE',
        params: {
          partName: namesOf(content, parts),
          wholeName: namesOf(content, wholes),
          part: numberOf(numerator),
          whole: numberOf(denominator),
        },
      },
    ];
  });
}

type Place =
  | { readonly ok: true; readonly cell: Cell }
  | {
      readonly ok: false;
      readonly field: string;
      readonly code: string;
      readonly params: FieldFault['params'];
    };

type Forms = ReadonlyMap<string, { readonly element: DataElement; readonly cells: readonly Cell[] }>;

function formOf({ content, period }: CellRules): Forms {
  return new Map(
    content.dataElements.map((element) => [
      element.code,
      { element, cells: cellsOfElement(element, period) },
    ]),
  );
}

/** Which cell of the form is meant, or why there is none for this writer. */
function placeOf(given: DocumentedCell, { period, unitType, side }: CellRules, forms: Forms): Place {
  const form = forms.get(given.element);
  if (form === undefined)
    return { ok: false, field: 'element', code: 'ELEMENT_NOT_IN_SET', params: { element: given.element } };
  const { element, cells } = form;
  const name = element.names;
  if (element.formula !== undefined)
    return { ok: false, field: 'element', code: 'ELEMENT_CALCULATED', params: { name } };
  if (element.unitTypes !== undefined && !element.unitTypes.includes(unitType))
    return { ok: false, field: 'element', code: 'ELEMENT_NOT_FOR_UNIT', params: { name } };
  if (element.filledBy !== side) {
    const code = side === 'unit' ? 'ELEMENT_OF_SECRETARIAT' : 'ELEMENT_OF_UNIT';
    return { ok: false, field: 'element', code, params: { name } };
  }
  if (element.frequency === 'period' && given.month !== undefined)
    return { ok: false, field: 'month', code: 'MONTH_UNEXPECTED', params: { name } };
  if (element.frequency === 'monthly' && given.month === undefined)
    return { ok: false, field: 'month', code: 'MONTH_MISSING', params: { name } };
  const cell = cells.find(({ month }) => (month?.slice(0, 7) ?? undefined) === given.month);
  if (cell === undefined) {
    const params = { month: given.month ?? '', start: formatDay(period.start), end: formatDay(period.end) };
    return { ok: false, field: 'month', code: 'MONTH_OUTSIDE', params };
  }
  return { ok: true, cell };
}

function numberOf(value: Ratio): { vi: string; en: string } {
  const text = value.toExactDecimal() ?? value.toDecimal(6);
  return { vi: formatDecimal(text, 'vi'), en: formatDecimal(text, 'en') };
}

function namesOf({ dataElements }: CriteriaSetContent, codes: readonly string[]) {
  const named = codes.flatMap((code) => dataElements.find((element) => element.code === code)?.names ?? []);
  return {
    vi: named.map(({ vi }) => vi).join(' + '),
    en: named.map(({ vi, en }) => en ?? vi).join(' + '),
  };
}
