import { Ratio } from '../../shared/index.js';

/** The exact sum, put in lowest terms once at the end. */
export const exactSum = (terms: readonly Ratio[]): Ratio => Ratio.sum(terms);

/** Held to a cap, above and below zero. */
export const within = (cap: Ratio, points: Ratio): Ratio => Ratio.max(cap.negated(), Ratio.min(cap, points));
