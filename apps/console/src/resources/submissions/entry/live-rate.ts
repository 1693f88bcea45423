import { elementsOf, type Comparison, type FigureState, type Indicator } from '@nhip/contracts';
import {
  compare,
  dividedBy,
  exact,
  minus,
  plainDecimal,
  plus,
  rounded,
  times,
  zero,
  type Exact,
} from '../../../shared/figure-grid/exact.js';

/** An element's figure for the whole period. */
export type LiveFigure =
  { readonly state: 'value'; readonly value: Exact } | { readonly state: Exclude<FigureState, 'value'> };

export type LiveRate =
  | {
      readonly state: 'value';
      /** As it is shown, by the indicator's rounding. */
      readonly shown: string;
      /** Decimal text of the parts, for the sum beneath; no denominator where the indicator has none. */
      readonly numerator: string;
      readonly denominator: string | undefined;
      readonly breaches: readonly Indicator['thresholds'][number][];
      readonly targetMet: boolean | undefined;
    }
  /** By a formula, which only the server reads; `shown` is what it told, if it has. */
  | { readonly state: 'told'; readonly shown: string | null }
  /** `part-over-whole`: the figures contradict each other and cannot be saved so. */
  | { readonly state: 'part-over-whole'; readonly numerator: string; readonly denominator: string }
  | { readonly state: 'missing' | 'not-applicable' | 'nothing' | 'zero-denominator' };

export type LiveFigures = ReadonlyMap<string, LiveFigure>;

/** The months of a monthly element together, as the evaluation takes them; undefined marks a month not filled. */
export function periodFigure(months: readonly (LiveFigure | undefined)[]): LiveFigure {
  if (months.some((figure) => figure === undefined || figure.state === 'missing'))
    return { state: 'missing' };
  const known = months.flatMap((figure) => figure ?? []);
  const values = known.flatMap((figure) => (figure.state === 'value' ? [figure.value] : []));
  if (values.length > 0) return { state: 'value', value: values.reduce(plus, zero) };
  return { state: known.some(({ state }) => state === 'nothing') ? 'nothing' : 'not-applicable' };
}

/** Whole months from the first to the last day of a period; undefined where it is not made of whole months. */
export function monthsOf(start: string, end: string): number | undefined {
  const from = new Date(`${start}T00:00:00Z`);
  const after = new Date(`${end}T00:00:00Z`);
  after.setUTCDate(after.getUTCDate() + 1);
  if (from.getUTCDate() !== after.getUTCDate()) return undefined;
  const months =
    (after.getUTCFullYear() - from.getUTCFullYear()) * 12 + after.getUTCMonth() - from.getUTCMonth();
  return months > 0 ? months : undefined;
}

/** What of the form decides besides its figures. */
export interface LiveForm {
  readonly unitType: string;
  /** Whole months of the period. */
  readonly months: number | undefined;
  /** Codes of elements that nobody fills in. */
  readonly calculated: ReadonlySet<string>;
}

/** Whether the value comes from a formula, its own or that of an element it is made of. */
export const isTold = (
  { numerator, denominator }: Pick<Indicator, 'numerator' | 'denominator'>,
  calculated: ReadonlySet<string>,
): boolean =>
  [numerator, denominator].some(
    (expression) =>
      expression !== undefined &&
      ('formula' in expression || elementsOf(expression).some((code) => calculated.has(code))),
  );

/** An indicator's value from the figures as typed, exactly; a preview of what scoring computes on the server. */
export function liveRate(
  indicator: Indicator,
  figures: LiveFigures,
  { unitType, months, calculated }: LiveForm,
): LiveRate {
  if (!appliesTo(indicator.unitTypes, unitType)) return { state: 'not-applicable' };
  if (isTold(indicator, calculated)) return { state: 'told', shown: null };
  const above = readExpression(indicator.numerator, figures, months);
  const below = indicator.denominator && readExpression(indicator.denominator, figures, months);
  if (above.state === 'not-applicable' || below?.state === 'not-applicable')
    return { state: 'not-applicable' };
  if (above.state !== 'value' || (below && below.state !== 'value')) return { state: 'missing' };
  const policy = indicator.policies.nothingOccurred;
  // Months and constants are no figures: they neither occurred nor did not.
  const behind = [above.nothing, below?.nothing].filter((nothing) => nothing !== undefined);
  if (policy !== 'as-zero' && behind.length > 0 && behind.every(Boolean)) return { state: 'nothing' };
  const numerator = plainDecimal(above.value);
  const denominator = below && plainDecimal(below.value);
  if (below && denominator !== undefined && contradicts(indicator, above.value, below.value))
    return { state: 'part-over-whole', numerator, denominator };
  if (below?.value.over === 0n) return { state: 'zero-denominator' };
  const hundredfold =
    below && indicator.shownAs === 'percent' ? times(above.value, exact('100')) : above.value;
  const value = below ? dividedBy(hundredfold, below.value) : above.value;
  const { target, thresholds } = indicator;
  return {
    state: 'value',
    shown: rounded(value, indicator.rounding),
    numerator,
    denominator,
    breaches: thresholds.filter(
      (one) => appliesTo(one.unitTypes, unitType) && holds(value, one.comparison, exact(one.value)),
    ),
    targetMet: target && 'value' in target ? holds(value, target.comparison, exact(target.value)) : undefined,
  };
}

/** Without a restriction to types of units it applies to all. */
const appliesTo = (unitTypes: readonly string[] | undefined, unitType: string): boolean =>
  unitTypes === undefined || unitTypes.includes(unitType);

const contradicts = ({ declaredPart }: Indicator, part: Exact, whole: Exact): boolean =>
  whole.over < 0n || (declaredPart && (part.over < 0n || compare(part, whole) > 0));

export function holds(value: Exact, comparison: Comparison, limit: Exact): boolean {
  const order = compare(value, limit);
  switch (comparison) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '=':
      return order === 0;
    case '>=':
      return order >= 0;
    case '>':
      return order > 0;
  }
}

type Reading =
  | { readonly state: 'value'; readonly value: Exact; readonly nothing?: boolean }
  | { readonly state: 'missing' | 'not-applicable' };

function readExpression(
  expression: Indicator['numerator'],
  figures: LiveFigures,
  months: number | undefined,
): Reading {
  if ('constant' in expression) return { state: 'value', value: exact(expression.constant) };
  if ('period' in expression)
    return months === undefined ? { state: 'missing' } : { state: 'value', value: exact(String(months)) };
  // What only the server can work out comes with its preview.
  if (!('plus' in expression)) return { state: 'missing' };
  // Formulas are read by the server alone.
  if ('formula' in expression) return { state: 'missing' };
  const added = expression.plus.map((code) => figures.get(code));
  const taken = expression.minus.map((code) => figures.get(code));
  const terms = [...added, ...taken];
  if (terms.some((figure) => figure === undefined || figure.state === 'missing')) return { state: 'missing' };
  const sum = (list: typeof added): Exact =>
    list.reduce((total, figure) => (figure?.state === 'value' ? plus(total, figure.value) : total), zero);
  const occurring = terms.filter((figure) => figure?.state === 'value').length;
  const nothings = terms.filter((figure) => figure?.state === 'nothing').length;
  if (occurring + nothings === 0) return { state: 'not-applicable' };
  return { state: 'value', value: minus(sum(added), sum(taken)), nothing: occurring === 0 };
}
