import type { AggregateView, Indicator } from '@nhip/contracts';
import { Ratio, roundToText } from '../../shared/index.js';

/** What the units of a scope give together for one indicator. */
export interface Summed {
  readonly units: number;
  /** Σ of the parts of the units that count, decimal text; the denominator is null where the indicator has none. */
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** Σ of the values as they are shown. */
  readonly sumOfShown: string | null;
  /** Exact values of the units, read where `needsValues`; weighted, of those that have a weight. */
  readonly values: readonly string[];
  /** The figures by which these values count, decimal text in the same order. */
  readonly weights: readonly string[];
}

/**
 * Σ/Σ: rates are never averaged unless the set declares it, because a small unit would count as much as a large one; a
 * declared mean may count them by another figure (Σ weight · value ÷ Σ weight), and then only units that have it. An
 * indicator without a denominator is summed; where a sum of ratios is declared, their values are.
 */
export function aggregate(indicator: Indicator, summed: Summed | undefined): AggregateView {
  const aggregation =
    indicator.aggregation === 'ratio-of-sums' && indicator.denominator === undefined
      ? 'sum'
      : indicator.aggregation;
  const none = { indicator: indicator.code, aggregation, value: null, shownValue: null, sumOfShown: null };
  if (summed === undefined || summed.units === 0)
    return { ...none, units: 0, numerator: null, denominator: null };
  const { numerator, denominator } = summed;
  const units = aggregation === 'weighted' ? summed.weights.length : summed.units;
  const parts = { units, numerator, denominator };
  const value = valueOf(indicator, aggregation, summed);
  if (value === undefined) return { ...none, ...parts };
  return {
    ...none,
    ...parts,
    value: value.toString(),
    shownValue: roundToText(value, indicator.rounding),
    sumOfShown: aggregation === 'sum' ? summed.sumOfShown : null,
  };
}

/** Where the sums of the parts are not enough: a mean, or a sum of what has a denominator. */
export const needsValues = ({ aggregation, denominator }: Indicator): boolean =>
  aggregation === 'mean' || (aggregation === 'sum' && denominator !== undefined);

const sumOf = (texts: readonly string[]): Ratio => Ratio.sum(texts.map((text) => Ratio.of(text)));

function valueOf(
  { shownAs, denominator: whole }: Indicator,
  aggregation: AggregateView['aggregation'],
  { units, numerator, denominator, values, weights }: Summed,
): Ratio | undefined {
  switch (aggregation) {
    case 'none':
      return undefined;
    case 'mean':
      return sumOf(values).dividedBy(Ratio.of(units));
    case 'weighted': {
      const all = sumOf(weights);
      if (all.isZero()) return undefined;
      const weighed = values.map((value, at) => Ratio.of(value).times(Ratio.of(weights[at] ?? '0')));
      return Ratio.sum(weighed).dividedBy(all);
    }
    case 'sum':
      // Of a ratio the values are summed: its numerators alone are in another measure.
      if (whole !== undefined) return sumOf(values);
      return numerator === null ? undefined : Ratio.of(numerator);
    case 'ratio-of-sums': {
      if (numerator === null || denominator === null) return undefined;
      const below = Ratio.of(denominator);
      if (below.isZero()) return undefined;
      const above = Ratio.of(numerator);
      return (shownAs === 'percent' ? above.times(Ratio.hundred) : above).dividedBy(below);
    }
  }
}
