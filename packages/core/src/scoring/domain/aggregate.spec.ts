import { describe, expect, it } from '@jest/globals';
import { criteriaSet, indicator } from '../../testing/criteria-set.js';
import { aggregate, needsValues } from './aggregate.js';

const summed = {
  units: 2,
  numerator: '91',
  denominator: '110',
  sumOfShown: '1.34',
  values: ['90/1', '10/1'],
  weights: [],
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

  it('counts a unit by the figure that is declared as its weight, and only units that have one', () => {
    const weighted = of({ aggregation: 'weighted', aggregationWeight: 'tong' });
    const weighed = { ...summed, units: 3, weights: ['3', '0.5'] };
    expect(aggregate(weighted, weighed)).toMatchObject({
      aggregation: 'weighted',
      units: 2,
      value: '550/7',
      shownValue: '78.57',
      sumOfShown: null,
    });
    expect(aggregate(weighted, { ...weighed, weights: ['0', '0'] })).toMatchObject({ units: 2, value: null });
    expect(aggregate(weighted, { ...weighed, values: [], weights: [] })).toMatchObject({
      units: 0,
      value: null,
    });
  });

  it('has all of its parts, or none of a scope without units', () => {
    const none = {
      indicator: 'e',
      aggregation: 'ratio-of-sums',
      value: null,
      shownValue: null,
      sumOfShown: null,
    };
    const empty = { ...none, units: 0, numerator: null, denominator: null };
    expect(aggregate(of({}), undefined)).toEqual(empty);
    expect(aggregate(of({}), { ...summed, units: 0 })).toEqual(empty);
    expect(aggregate(of({}), { ...summed, numerator: null })).toEqual({
      ...none,
      units: 2,
      numerator: null,
      denominator: '110',
    });
    expect(aggregate(of({}), { ...summed, denominator: null })).toMatchObject({ value: null, units: 2 });
    const plainly = of({ aggregation: 'sum', denominator: undefined });
    expect(aggregate(plainly, { ...summed, numerator: null })).toMatchObject({ value: null });
    expect(aggregate(of({ aggregation: 'none' }), summed)).toEqual({
      ...none,
      aggregation: 'none',
      units: 2,
      numerator: '91',
      denominator: '110',
    });
  });

  it('is a percentage only where the values are, and summed only where nothing else is declared', () => {
    expect(aggregate(of({ shownAs: 'number' }), summed)).toMatchObject({
      value: '91/110',
      shownValue: '0.83',
    });
    expect(aggregate(of({ denominator: undefined, aggregation: 'mean' }), summed)).toMatchObject({
      aggregation: 'mean',
      value: '50/1',
      sumOfShown: null,
    });
  });

  it('sums up the values of ratios where that is declared, as they are summed when shown', () => {
    const ratios = of({ aggregation: 'sum', shownAs: 'number' });
    const posts = { ...summed, values: ['5/3', '1/1'], sumOfShown: '2.7' };
    expect(aggregate(ratios, posts)).toMatchObject({ value: '8/3', shownValue: '2.67', sumOfShown: '2.7' });
    expect(aggregate(ratios, { ...posts, numerator: null })).toMatchObject({ value: '8/3' });
  });

  it('asks for the values of the units where their parts do not give it', () => {
    const needed = (rest: object) => needsValues(of(rest));
    expect(needed({ aggregation: 'mean' })).toBe(true);
    expect(needed({ aggregation: 'mean', denominator: undefined })).toBe(true);
    expect(needed({ aggregation: 'sum' })).toBe(true);
    expect(needed({ aggregation: 'sum', denominator: undefined })).toBe(false);
    expect(needed({})).toBe(false);
    expect(needed({ denominator: undefined })).toBe(false);
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
