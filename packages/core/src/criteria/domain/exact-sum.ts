import { Ratio } from '../../shared/index.js';

/**
 * The exact sum, put in lowest terms once at the end: with as many different denominators as there are indicators,
 * reducing after every term is what costs.
 */
export function exactSum(terms: readonly Ratio[]): Ratio {
  let numerator = 0n;
  let denominator = 1n;
  for (const term of terms) {
    if (term.denominator === denominator) {
      numerator += term.numerator;
    } else if (term.denominator === 1n) {
      numerator += term.numerator * denominator;
    } else {
      numerator = numerator * term.denominator + term.numerator * denominator;
      denominator *= term.denominator;
    }
  }
  return Ratio.fraction(numerator, denominator);
}

/** Held to a cap, above and below zero. */
export const within = (cap: Ratio, points: Ratio): Ratio => Ratio.max(cap.negated(), Ratio.min(cap, points));
