/**
 * Fractions as pairs of BigInt that are never reduced: written for the oracle alone, so that it shares neither code
 * nor shortcuts with what it judges. The denominator is above zero.
 */
export type Q = readonly [bigint, bigint];

const known = new Map<string, Q>();

/** Decimal text as a fraction; the few texts of a set are read once. */
export function q(text: string): Q {
  const found = known.get(text);
  if (found !== undefined) return found;
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const magnitude = BigInt(whole + fraction);
  const read: Q = [text.startsWith('-') ? -magnitude : magnitude, 10n ** BigInt(fraction.length)];
  known.set(text, read);
  return read;
}
export const whole = (n: number): Q => [BigInt(n), 1n];
export const zero: Q = [0n, 1n];

export const add = ([a, b]: Q, [c, d]: Q): Q => [a * d + c * b, b * d];
export const subtract = (x: Q, [c, d]: Q): Q => add(x, [-c, d]);
export const multiply = ([a, b]: Q, [c, d]: Q): Q => [a * c, b * d];
export const divide = ([a, b]: Q, [c, d]: Q): Q => (c < 0n ? [-a * d, b * -c] : [a * d, b * c]);
export const total = (some: readonly Q[]): Q => some.reduce(add, zero);

/** Below zero, zero or above, as the first lies under, on or over the second. */
export const order = ([a, b]: Q, [c, d]: Q): number => {
  const difference = a * d - c * b;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
export const isZero = ([n]: Q): boolean => n === 0n;
export const least = (a: Q, b: Q): Q => (order(a, b) > 0 ? b : a);
export const most = (a: Q, b: Q): Q => (order(a, b) < 0 ? b : a);

export const meets = (value: Q, comparison: string, limit: Q): boolean => {
  const found = order(value, limit);
  return (
    (comparison.includes('<') && found < 0) ||
    (comparison.includes('=') && found === 0) ||
    (comparison.includes('>') && found > 0)
  );
};

/** A declared rounding: by decimals, or to multiples of a step. */
export type How =
  | { readonly mode: 'half-up' | 'truncate'; readonly dp: number }
  | { readonly mode: 'step'; readonly step: string; readonly direction: 'nearest' | 'down' | 'up' };

/** Multiples of the step are counted away from zero; what is left over decides about one more. */
export function rounded(x: Q, how: How): Q {
  const step: Q = how.mode === 'step' ? q(how.step) : [1n, 10n ** BigInt(how.dp)];
  const direction = how.mode === 'step' ? how.direction : how.mode === 'truncate' ? 'down' : 'nearest';
  const [n, d] = divide(x, step);
  const sign = n < 0n ? -1n : 1n;
  const size = n * sign;
  const count = size / d;
  const left = size - count * d;
  const oneMore = direction === 'up' ? left > 0n : direction === 'nearest' && 2n * left >= d;
  return multiply([sign * (oneMore ? count + 1n : count), 1n], step);
}

/** A decimal without zeros that say nothing. */
export const decimal = (x: Q): string => printed(x, { mode: 'truncate', dp: 12 }).replace(/\.?0+$/, '');

/** The rounded value as it is printed, with the decimals of the rounding. */
export function printed(x: Q, how: How): string {
  const decimals = how.mode === 'step' ? (how.step.split('.')[1] ?? '').length : how.dp;
  const [n, d] = rounded(x, how);
  const units = (n * 10n ** BigInt(decimals)) / d;
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return units < 0n ? `-${text}` : text;
}
