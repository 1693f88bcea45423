import type { AggregateView, Indicator } from '@nhip/contracts';
import { Ratio, roundToText } from '../../shared/index.js';

/** What the units of a scope give together for one indicator. */
export interface Summed {
  readonly units: number;
  /** Σ of the parts, decimal text; the denominator is null where the indicator has none. */
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** Σ of the values as they are shown. */
  readonly sumOfShown: string | null;
  /** Exact values of the units, read where their mean is declared. */
  readonly values: readonly string[];
}

/**
 * Σ/Σ: rates are never averaged unless the set declares it, because a small unit would count as much as a large one. An
 * indicator without a denominator is summed.
 */
export function aggregate(indicator: Indicator, summed: Summed | undefined): AggregateView {
  const aggregation =
    indicator.aggregation === 'ratio-of-sums' && indicator.denominator === undefined
      ? 'sum'
      : indicator.aggregation;
  const none = { indicator: indicator.code, aggregation, value: null, shownValue: null, sumOfShown: null };
  if (summed === undefined || summed.units === 0)
    return { ...none, units: 0, numerator: null, denominator: null };
  const { units, numerator, denominator } = summed;
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

function valueOf(
  { shownAs }: Indicator,
  aggregation: AggregateView['aggregation'],
  { units, numerator, denominator, values }: Summed,
): Ratio | undefined {
  switch (aggregation) {
    case 'none':
      return undefined;
    case 'mean':
      return Ratio.sum(values.map((value) => Ratio.of(value))).dividedBy(Ratio.of(units));
    case 'sum':
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
