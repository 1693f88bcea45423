import {
  elementsOf,
  withParts,
  type CriteriaRemark,
  type DataElement,
  type Expression,
  type Indicator,
} from '@nhip/contracts';
import { expressionsOf } from './lint-codes.js';
import { warning, type Lint, type Path } from './remarks.js';
import { ruledOf, type Ruled } from './ruled.js';

/** Units of measure that do not fit together, and units that lack what their indicator needs. */
export const lintMeasures: Lint = (content) => {
  const elements = new Map(content.dataElements.map((element) => [element.code, element]));
  return [
    ...expressionsOf(content).flatMap(({ path, expression }) => {
      // Within a formula only what is added must be of one measure: lint-formulas.
      const measures = 'formula' in expression ? [] : measuresOf(expression, elements);
      return measures.length > 1 ? [warning(path, 'MEASURES_DIFFER', { measures: measures.join(', ') })] : [];
    }),
    ...content.checks.flatMap(({ left, right }, index) => {
      const measures = [left, right].map((side) => measuresOf(side, elements));
      const both = [...new Set(measures.flat())];
      // Sides of more than one measure are named above.
      return measures.every(({ length }) => length === 1) && both.length > 1
        ? [warning(['checks', index, 'right'], 'MEASURES_COMPARED', { measures: both.join(', ') })]
        : [];
    }),
    ...content.dataElements.flatMap(({ code, kind, frequency }, index) =>
      frequency === 'monthly' && notSummed.has(kind)
        ? [warning(['dataElements', index, 'frequency'], 'MONTHS_NOT_SUMMABLE', { code })]
        : [],
    ),
    ...content.indicators.flatMap((indicator, index) => [
      ...lintPercentMeasure(indicator, ['indicators', index]),
      ...lintAggregation(indicator, elements, ['indicators', index]),
      ...lintApplicability(indicator, elements, ['indicators', index]),
    ]),
    ...ruledOf(content).flatMap(({ ruled, path }) => lintPercent(ruled, elements, path)),
  ];
};

type Elements = ReadonlyMap<string, DataElement>;

function measuresOf(expression: Expression, elements: Elements): string[] {
  const measures = elementsOf(expression).flatMap((code) => elements.get(code)?.measure.vi ?? []);
  return [...new Set(measures)];
}

function lintPercentMeasure({ shownAs, measure, denominator }: Indicator, path: Path): CriteriaRemark[] {
  const at = [...path, 'measure'];
  if (shownAs === 'percent')
    return measure.vi === '%' ? [] : [warning(at, 'PERCENT_MEASURE', { measure: measure.vi })];
  // A fraction that is not multiplied by 100: 0.83 where 83 % is meant.
  return measure.vi === '%' && denominator !== undefined ? [warning(at, 'PERCENT_NOT_SHOWN')] : [];
}

function lintPercent(indicator: Ruled, elements: Elements, path: Path): CriteriaRemark[] {
  if (indicator.shownAs !== 'percent') return [];
  const above = measuresOf(indicator.numerator, elements);
  const below = indicator.denominator && measuresOf(indicator.denominator, elements);
  const both = [...new Set([...above, ...(below ?? [])])];
  return [
    ...(below === undefined ? [warning([...path, 'denominator'], 'RATE_WITHOUT_PARTS')] : []),
    ...(below !== undefined && above.length === 1 && below.length === 1 && both.length > 1
      ? [warning(path, 'PERCENT_OF_DIFFERENT', { measures: both.join(', ') })]
      : []),
  ];
}

/** Kinds of figures of which a sum over units says nothing. */
const notSummed: ReadonlySet<DataElement['kind']> = new Set(['rate', 'external-score', 'rank', 'text-tier']);

/** Without a denominator the units' values are summed, unless something else is declared. */
function lintAggregation(
  { aggregation, numerator, denominator }: Indicator,
  elements: Elements,
  path: Path,
): CriteriaRemark[] {
  const summed = aggregation === 'sum' || (aggregation === 'ratio-of-sums' && denominator === undefined);
  if (!summed || !('plus' in numerator)) return [];
  const code = elementsOf(numerator).find((part) => notSummed.has(elements.get(part)?.kind ?? 'count'));
  return code === undefined ? [] : [warning([...path, 'aggregation'], 'NOT_SUMMABLE', { code })];
}

function lintApplicability(
  { unitTypes, rule, ...indicator }: Indicator,
  elements: Elements,
  path: Path,
): CriteriaRemark[] {
  const named = [indicator, ...(rule.type === 'composed' ? rule.parts : [])].flatMap(
    ({ numerator, denominator }) => [numerator, ...(denominator ? [denominator] : [])],
  );
  const needed = withParts(named.flatMap(elementsOf), (code) => elements.get(code)?.formula);
  return needed.flatMap((code) => {
    const has = elements.get(code)?.unitTypes;
    const hole = has !== undefined && (unitTypes?.some((type) => !has.includes(type)) ?? true);
    return hole ? [warning([...path, 'unitTypes'], 'APPLICABILITY_HOLE', { code })] : [];
  });
}
