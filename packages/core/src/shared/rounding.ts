import { Ratio, type DecimalMode } from './ratio.js';

/**
 * How a value is rounded, declared by an indicator version or by a published figure.
 *
 * `half-up` and `truncate` cut to `dp` decimals. `step` goes to a multiple of `step` (exact decimal text,
 * above zero: `0.25`, `0.5`): `nearest` with halves away from zero, `down` towards zero, `up` away from zero.
 */
export type Rounding =
  | { readonly mode: DecimalMode; readonly dp: number }
  | { readonly mode: 'step'; readonly step: string; readonly direction: 'nearest' | 'down' | 'up' };

/** The rounded value, still exact. */
export function round(value: Ratio, rounding: Rounding): Ratio {
  if (rounding.mode !== 'step') return Ratio.of(value.toDecimal(rounding.dp, rounding.mode));
  const step = Ratio.of(rounding.step);
  const steps = value.absolute().dividedBy(step);
  const whole = Ratio.of(
    rounding.direction === 'nearest'
      ? Ratio.of(steps.toDecimal(0, 'half-up'))
      : rounding.direction === 'down'
        ? steps.floor()
        : steps.ceiling(),
  ).times(step);
  return value.sign() < 0 ? whole.negated() : whole;
}

/** The rounded value as decimal text with a point, with as many decimals as the rounding has. */
export function roundToText(value: Ratio, rounding: Rounding): string {
  return rounding.mode === 'step'
    ? round(value, rounding).toDecimal(decimalsOf(rounding.step))
    : value.toDecimal(rounding.dp, rounding.mode);
}

function decimalsOf(decimal: string): number {
  return decimal.split('.')[1]?.length ?? 0;
}
