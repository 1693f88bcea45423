import type { CriteriaSetContent, Gate, Indicator, Names, RulePart } from '@nhip/contracts';
import { listCell } from './cell-text.js';
import { expressionCells } from './expression-cells.js';
import { references, sheets, type Row, type SetRows, type SheetId } from './sheets.js';

export interface NamedSet {
  readonly code: string;
  readonly names: Names;
  readonly content: CriteriaSetContent;
}

type Rounding = Indicator['rounding'];
type Ruled = Indicator | RulePart;

/** The content as rows of text, sheet by sheet; `contentOfRows` makes the same content of them. */
export function rowsOfContent({ code, names, content }: NamedSet): SetRows {
  const ofIndicator = references(content.indicators.map((indicator) => indicator.code));
  const eachIndicator = <Found>(make: (indicator: Indicator, of: string) => Found[]): Found[] =>
    content.indicators.flatMap((indicator, at) => make(indicator, ofIndicator[at] ?? ''));
  const ofElement = references(content.dataElements.map((element) => element.code));
  const { totals, classification, ranking, citation } = content;
  return {
    set: [
      {
        ...plain('set', { code, names, totals, ranking, citation }),
        ...(classification && { 'classification.on': classification.on }),
        ...roundingCells('totals.rounding', totals.rounding),
      },
    ],
    dataElements: content.dataElements.map((element) => plain('dataElements', element)),
    tiers: content.dataElements.flatMap(({ tiers = [] }, at) =>
      tiers.map((tier) => ({ ...plain('tiers', { names: tier }), of: ofElement[at] ?? '' })),
    ),
    indicators: content.indicators.map((indicator) => ruledRow('indicators', indicator)),
    parts: eachIndicator((indicator, of) =>
      partsOf(indicator).map((part) => ({ ...ruledRow('parts', part), of })),
    ),
    bands: eachIndicator((indicator, of) => [
      ...bandRows(indicator, { of }),
      ...partsOf(indicator).flatMap((part, at) => {
        const ofParts = references(partsOf(indicator).map((one) => one.code));
        return bandRows(part, { of, part: ofParts[at] ?? '' });
      }),
    ]),
    levels: eachIndicator(({ rule }, of) =>
      rule.type === 'levels' ? rule.levels.map((level) => ({ ...plain('levels', level), of })) : [],
    ),
    thresholds: eachIndicator(({ thresholds }, of) =>
      thresholds.map((threshold) => ({ ...plain('thresholds', threshold), of })),
    ),
    tree: treeRows(content),
    checks: content.checks.map((check) => ({
      ...plain('checks', check),
      ...expressionCells('left', check.left),
      ...expressionCells('right', check.right),
    })),
    gates: content.gates.map((gate) => ({ ...plain('gates', gate), ...effectCells(gate.effect) })),
    classes: (classification?.bands ?? []).map((band) => plain('classes', band)),
    quotas: (classification?.quotas ?? []).map((quota) => plain('quotas', quota)),
    tieBreaks: ranking.tieBreaks.map((tieBreak): Row =>
      'indicator' in tieBreak
        ? { by: 'indicator', code: tieBreak.indicator, prefer: tieBreak.prefer }
        : { by: 'field', code: tieBreak.field },
    ),
  };
}

const partsOf = ({ rule }: Indicator): readonly RulePart[] => (rule.type === 'composed' ? rule.parts : []);

const bandRows = ({ rule }: Ruled, of: Row): Row[] =>
  rule.type === 'bands' ? rule.bands.map((band) => ({ ...plain('bands', band), ...of })) : [];

const ruledRow = (sheet: SheetId, ruled: Ruled): Row => ({
  ...plain(sheet, ruled),
  ...expressionCells('numerator', ruled.numerator),
  ...expressionCells('denominator', ruled.denominator),
  ...roundingCells('rounding', ruled.rounding),
  ...roundingCells('pointsRounding', ruled.pointsRounding),
});

function roundingCells(at: string, rounding: Rounding | undefined): Row {
  if (rounding === undefined) return {};
  return rounding.mode === 'step'
    ? { [`${at}.mode`]: `step-${rounding.direction}`, [`${at}.places`]: rounding.step }
    : { [`${at}.mode`]: rounding.mode, [`${at}.places`]: String(rounding.dp) };
}

function effectCells(effect: Gate['effect']): Row {
  if ('atMost' in effect) return { 'effect.kind': 'at-most', 'effect.of': effect.atMost };
  if ('down' in effect) return { 'effect.kind': 'down', 'effect.of': String(effect.down) };
  return {
    'effect.kind': `zero-${effect.zero}`,
    ...(effect.of === undefined ? {} : { 'effect.of': effect.of }),
  };
}

/** Fields, their criteria and sub-criteria, each with its indicators directly below it. */
const treeRows = ({ fields }: CriteriaSetContent): Row[] =>
  fields.flatMap((field) => [
    { ...plain('tree', field), rung: 'field' },
    ...field.criteria.flatMap((criterion) => [
      { ...plain('tree', criterion), rung: 'criterion' },
      ...criterion.indicators.map((code) => ({ rung: 'indicator', code })),
      ...criterion.subCriteria.flatMap((sub) => [
        { ...plain('tree', sub), rung: 'subCriterion' },
        ...sub.indicators.map((code) => ({ rung: 'indicator', code })),
      ]),
    ]),
  ]);

/** What stands in a record at the places that the columns of the sheet name, as text. */
function plain(sheet: SheetId, record: object): Row {
  const row: Row = {};
  for (const { key } of sheets[sheet].columns) {
    const value = key
      .split('.')
      .reduce<unknown>((found, step) => (found as Record<string, unknown> | undefined)?.[step], record);
    if (typeof value === 'string') row[key] = value;
    else if (typeof value === 'number' || typeof value === 'boolean') row[key] = String(value);
    else if (Array.isArray(value)) row[key] = listCell(value as string[]);
  }
  return row;
}
