import { describe, expect, it } from '@jest/globals';
import { criteriaSet, indicator } from '../../testing/criteria-set.js';
import { aggregate } from './aggregate.js';

const summed = {
  units: 2,
  numerator: '91',
  denominator: '110',
  sumOfShown: '1.34',
  values: ['90/1', '10/1'],
};
const of = (rest: object) => {
  const [first] = criteriaSet([indicator('e', rest)]).indicators;
  if (first === undefined) throw new Error('no indicator');
  return first;
};

describe('an aggregate', () => {
  it('divides the sums, and says nothing where the sum of wholes is zero', () => {
    expect(aggregate(of({}), summed)).toMatchObject({
      value: '910/11',
      shownValue: '82.73',
      sumOfShown: null,
    });
    expect(aggregate(of({}), { ...summed, denominator: '0' })).toMatchObject({ value: null, units: 2 });
    expect(aggregate(of({}), undefined)).toMatchObject({ value: null, units: 0 });
  });

  it('is the mean of rates only where the set declares it', () => {
    expect(aggregate(of({ aggregation: 'mean' }), summed)).toMatchObject({
      value: '50/1',
      aggregation: 'mean',
    });
    expect(aggregate(of({ aggregation: 'none' }), summed)).toMatchObject({ value: null, shownValue: null });
  });

  it('of what has no whole is the sum, beside the sum of what is shown', () => {
    const plain = of({ shownAs: 'number', denominator: undefined, rounding: { mode: 'truncate', dp: 2 } });
    expect(aggregate(plain, { ...summed, numerator: '1.355', denominator: null })).toMatchObject({
      aggregation: 'sum',
      value: '271/200',
      shownValue: '1.35',
      sumOfShown: '1.34',
    });
  });
});
