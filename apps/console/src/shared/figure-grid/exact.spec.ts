import { describe, expect, it } from '@jest/globals';
import { compare, dividedBy, exact, minus, plainDecimal, plus, rounded, times } from './exact.js';

const percent = (part: string, whole: string) => dividedBy(times(exact(part), exact('100')), exact(whole));

describe('exact arithmetic of the entry form', () => {
  it('computes the published percentages of round 0 under both roundings', () => {
    const share = percent('8906', '10816');
    expect(rounded(share, { mode: 'half-up', dp: 2 })).toBe('82.34');
    expect(rounded(percent('10543', '10816'), { mode: 'half-up', dp: 2 })).toBe('97.48');
    expect(rounded(percent('10543', '10816'), { mode: 'truncate', dp: 2 })).toBe('97.47');
  });

  it('adds and subtracts what a float would not', () => {
    expect(plainDecimal(plus(exact('0.1'), exact('0.2')))).toBe('0.3');
    expect(plainDecimal(minus(exact('1.1'), exact('1')))).toBe('0.1');
    expect(plainDecimal(exact('9007199254740993'))).toBe('9007199254740993');
  });

  it('rounds halves away from zero, and to steps', () => {
    expect(rounded(exact('0.125'), { mode: 'half-up', dp: 2 })).toBe('0.13');
    expect(rounded(exact('-0.125'), { mode: 'half-up', dp: 2 })).toBe('-0.13');
    expect(rounded(exact('-0.001'), { mode: 'half-up', dp: 2 })).toBe('0.00');
    expect(rounded(exact('7.38'), { mode: 'step', step: '0.25', direction: 'nearest' })).toBe('7.50');
    expect(rounded(exact('7.38'), { mode: 'step', step: '0.25', direction: 'down' })).toBe('7.25');
    expect(rounded(exact('7.26'), { mode: 'step', step: '0.5', direction: 'up' })).toBe('7.5');
  });

  it('compares across denominators and refuses what is no number', () => {
    expect(compare(percent('9', '10'), exact('90'))).toBe(0);
    expect(compare(percent('899999', '1000000'), exact('90'))).toBe(-1);
    expect(() => exact('1,5')).toThrow(RangeError);
    expect(() => dividedBy(exact('1'), exact('0'))).toThrow(RangeError);
  });
});
