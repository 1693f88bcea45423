/**
 * An integer of any size: a JavaScript number while it is safe (at most 2^53 − 1 either way), else a bigint. One value
 * has one form, so `===` compares. Products and sums of numbers are exact as long as the result is safe, and a result
 * that is not safe is never rounded down into the safe range: it is made again with bigints.
 */
export type Part = number | bigint;

const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);

export const part = (value: bigint): Part => (value <= LARGEST && value >= -LARGEST ? Number(value) : value);

export function product(a: Part, b: Part): Part {
  if (typeof a === 'number' && typeof b === 'number') {
    const quick = a * b;
    // `+ 0` makes the negative zero of −1 · 0 the one zero.
    if (Number.isSafeInteger(quick)) return quick + 0;
  }
  return part(BigInt(a) * BigInt(b));
}

export function sum(a: Part, b: Part): Part {
  if (typeof a === 'number' && typeof b === 'number') {
    const quick = a + b;
    if (Number.isSafeInteger(quick)) return quick;
  }
  return part(BigInt(a) + BigInt(b));
}

/** Integer division towards zero. */
export function divide(a: Part, b: Part): Part {
  if (b === 1) return a;
  // Taking the remainder off first leaves a division without any: exact, where the plain quotient may be rounded up.
  if (typeof a === 'number' && typeof b === 'number') return (a - (a % b)) / b + 0;
  return part(BigInt(a) / BigInt(b));
}

/** The greatest common divisor, above zero unless both are zero. */
export function gcd(a: Part, b: Part): Part {
  let x = a < 0 ? product(a, -1) : a;
  let y = b < 0 ? product(b, -1) : b;
  while (typeof x === 'bigint' || typeof y === 'bigint') {
    if (y === 0) return x;
    [x, y] = [y, part(BigInt(x) % BigInt(y))];
  }
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}
