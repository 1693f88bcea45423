import { round, roundToText, type Ratio, type Rounding } from '../../shared/index.js';
import { asText } from './trace.js';

export interface RoundedPoints {
  /** Still exact. */
  readonly points: Ratio;
  /** With the decimals of the rounding, or those of the limit. */
  readonly shown: string;
}

/** Points that cannot be below or above these; a limit is decimal. */
export interface PointLimits {
  readonly lowest?: Ratio;
  readonly highest: Ratio;
}

/**
 * Points rounded as declared, but never beyond their limits, which need be no multiples of the step: nobody is shown
 * more than there is to get.
 */
export function roundHeld(
  points: Ratio,
  rounding: Rounding,
  { lowest, highest }: PointLimits,
): RoundedPoints {
  const rounded = round(points, rounding);
  if (rounded.compare(highest) > 0) return { points: highest, shown: asText(highest) };
  if (lowest !== undefined && rounded.compare(lowest) < 0) return { points: lowest, shown: asText(lowest) };
  return { points: rounded, shown: roundToText(points, rounding) };
}
