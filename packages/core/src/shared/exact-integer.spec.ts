import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { divide, gcd, part, product, sum } from './exact-integer.js';
import { Ratio } from './ratio.js';

const EDGE = 2n ** 53n;
/** Small ones, ones about the largest safe integer, and far larger ones, of either sign. */
const integer = fc
  .oneof(
    fc.bigInt({ min: 0n, max: 100n }),
    fc.bigInt({ min: 2n ** 26n - 3n, max: 2n ** 27n }),
    fc.bigInt({ min: EDGE - 4n, max: EDGE + 4n }),
    fc.bigInt({ min: 0n, max: 2n ** 120n }),
  )
  .chain((value) => fc.constantFrom(value, -value));
const divisor = integer.filter((value) => value !== 0n);
const most = Number(process.env['NHIP_CASES'] ?? 3000);
const runs = { numRuns: Math.min(3000, most) };

const euclid = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : euclid(b, a % b));

describe('an exact integer', () => {
  it('has one form for one value', () => {
    fc.assert(
      fc.property(integer, (value) => {
        const form = part(value);
        expect(BigInt(form)).toBe(value);
        expect(typeof form).toBe(value < EDGE && value > -EDGE ? 'number' : 'bigint');
        expect(Object.is(form, -0)).toBe(false);
      }),
      runs,
    );
  });

  it('adds and multiplies as a bigint does, in the same form', () => {
    fc.assert(
      fc.property(integer, integer, (a, b) => {
        expect(product(part(a), part(b))).toBe(part(a * b));
        expect(sum(part(a), part(b))).toBe(part(a + b));
      }),
      runs,
    );
  });

  it('divides towards zero and finds the greatest common divisor', () => {
    fc.assert(
      fc.property(integer, divisor, divisor, (a, b, c) => {
        expect(divide(part(a), part(b))).toBe(part(a / b));
        expect(gcd(part(a * c), part(b * c))).toBe(part(euclid(a * c, b * c)));
      }),
      runs,
    );
    expect(gcd(0, 0)).toBe(0);
    expect(gcd(0, part(-EDGE))).toBe(EDGE);
  });
});

describe('a ratio of such integers', () => {
  const ratio = fc.tuple(integer, divisor).map(([above, below]) => Ratio.fraction(above, below));
  const reduced = (above: bigint, below: bigint): string => {
    const by = euclid(above, below) * (below < 0n ? -1n : 1n);
    return `${above / by}/${below / by}`;
  };

  it('adds, multiplies, divides and compares exactly', () => {
    fc.assert(
      fc.property(ratio, ratio, (a, b) => {
        const [an, ad, bn, bd] = [a.numerator, a.denominator, b.numerator, b.denominator];
        expect(a.plus(b).toString()).toBe(reduced(an * bd + bn * ad, ad * bd));
        expect(a.minus(b).toString()).toBe(reduced(an * bd - bn * ad, ad * bd));
        expect(a.times(b).toString()).toBe(reduced(an * bn, ad * bd));
        if (!b.isZero()) expect(a.dividedBy(b).toString()).toBe(reduced(an * bd, ad * bn));
        expect(a.compare(b)).toBe(an * bd < bn * ad ? -1 : an * bd > bn * ad ? 1 : 0);
        expect(a.equals(Ratio.of(a.toString()))).toBe(true);
      }),
      runs,
    );
  });

  it('of many denominators sums up as pair by pair, in lowest terms', () => {
    fc.assert(
      fc.property(fc.array(ratio, { maxLength: 12 }), (terms) => {
        const whole = terms.reduce((total, term) => total.plus(term), Ratio.zero);
        expect(Ratio.sum(terms)).toEqual(whole);
      }),
      { numRuns: Math.min(1000, most) },
    );
  });

  it('is rounded to decimals as its bigints are', () => {
    fc.assert(
      fc.property(ratio, fc.integer({ min: 0, max: 20 }), (value, dp) => {
        const scale = 10n ** BigInt(dp);
        const above = (value.sign() < 0 ? -value.numerator : value.numerator) * scale;
        const below = value.denominator;
        const digits = (text: string): bigint => BigInt(text.replace(/[-.]/g, ''));
        expect(digits(value.toDecimal(dp, 'truncate'))).toBe(above / below);
        expect(digits(value.toDecimal(dp))).toBe((2n * above + below) / (2n * below));
      }),
      runs,
    );
  });
});
