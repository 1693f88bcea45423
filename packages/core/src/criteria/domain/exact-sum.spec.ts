import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Ratio } from '../../shared/index.js';
import { exactSum } from './exact-sum.js';

const ratio = fc
  .tuple(fc.bigInt({ min: -1000n, max: 1000n }), fc.bigInt({ min: 1n, max: 60n }))
  .map(([numerator, denominator]) => Ratio.fraction(numerator, denominator));

describe('the sum in one reduction', () => {
  it('property: is the sum term by term', () => {
    fc.assert(
      fc.property(fc.array(ratio, { maxLength: 30 }), (terms) => {
        expect(exactSum(terms).toString()).toBe(Ratio.sum(terms).toString());
      }),
    );
  });
  it('of nothing is zero', () => {
    expect(exactSum([]).isZero()).toBe(true);
  });
});
