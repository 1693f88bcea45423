import { describe, expect, it } from '@jest/globals';
import type { Indicator, TraceStep } from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';
import { criteriaSet, indicator } from '../../testing/criteria-set.js';
import { compileRule, type SingleRule } from './compile-rule.js';
import { holdPoints } from './hold-points.js';
import { noteRounded } from './trace.js';

const ruled = (rest: Parameters<typeof indicator>[1]): Indicator => {
  const [one] = criteriaSet([indicator('i', rest)]).indicators;
  if (one === undefined) throw new Error('no indicator');
  return one;
};
const words = (trace: readonly TraceStep[]) =>
  trace.map(({ code, params }) => [code, ...Object.values(params)].join(' '));
const held = (points: string, rest: Parameters<typeof indicator>[1] = {}) => {
  const trace: TraceStep[] = [];
  const { points: exact, shownPoints } = holdPoints(ruled(rest))(Ratio.of(points), trace);
  return [exact?.toString(), shownPoints, ...words(trace)];
};
/** Points of a value by a rule, with its steps. */
const given = (rule: Indicator['rule'], value: string, rest: Parameters<typeof indicator>[1] = {}) => {
  const trace: TraceStep[] = [];
  const points = compileRule(ruled(rest), rule as SingleRule)?.(Ratio.of(value), trace);
  return [points?.toString(), ...words(trace)];
};

describe('points that are held', () => {
  it('stay within zero and the maximum, and say only then that they were held', () => {
    expect(held('10')).toEqual(['10/1', '10.00', 'POINTS 10.00 10']);
    expect(held('10.01')).toEqual(['10/1', '10.00', 'HELD_TO_MAX 10', 'POINTS 10.00 10']);
    expect(held('0')).toEqual(['0/1', '0.00', 'POINTS 0.00 10']);
    expect(held('-0.01')).toEqual(['0/1', '0.00', 'HELD_TO_ZERO', 'POINTS 0.00 10']);
  });

  it('go below zero by a deduction from zero only', () => {
    const deduction = (from: 'zero' | 'max') => ({
      rule: { type: 'deduction' as const, perEvent: '1', from },
    });
    expect(held('-3', deduction('zero'))).toEqual(['-3/1', '-3.00', 'POINTS_TAKEN -3.00']);
    expect(held('3', deduction('zero'))).toEqual(['0/1', '0.00', 'HELD_TO_MAX 0', 'POINTS_TAKEN 0.00']);
    expect(held('-3', deduction('max'))[0]).toBe('0/1');
  });

  it('say how they are shown, where that is not what goes into the total', () => {
    expect(held('20/3')).toEqual(['20/3', '6.67', 'POINTS_SHOWN half-up 2 6.67 6.666666…', 'POINTS 6.67 10']);
    expect(held('3.125', { pointsRounding: { mode: 'truncate', dp: 2 } })).toEqual([
      '78/25',
      '3.12',
      'POINTS_ROUNDED truncate 2 3.12',
      'POINTS 3.12 10',
    ]);
  });

  it('are rounded as declared, never above the maximum', () => {
    const pointsRounding = { mode: 'step' as const, step: '3', direction: 'up' as const };
    expect(held('4', { pointsRounding })).toEqual(['6/1', '6', 'POINTS_ROUNDED step-up 3 6', 'POINTS 6 10']);
    expect(held('0.125', { maxPoints: '0.125' })).toEqual(['1/8', '0.125', 'POINTS 0.125 0.125']);
    expect(held('9.5', { pointsRounding })).toEqual([
      '10/1',
      '10',
      'POINTS_ROUNDED step-up 3 10',
      'POINTS 10 10',
    ]);
  });
});

describe('a rounded value', () => {
  it.each([
    [{ mode: 'half-up' as const, dp: 1 }, 'SHOWN_HALF_UP 1 4.5'],
    [{ mode: 'truncate' as const, dp: 2 }, 'SHOWN_TRUNCATE 2 4.5'],
    [
      { mode: 'step' as const, step: '0.5', direction: 'nearest' as const },
      'SHOWN_STEP step-nearest 0.5 4.5',
    ],
  ])('says how it was rounded', (rounding, expected) => {
    const trace: TraceStep[] = [];
    noteRounded(trace, rounding, '4.5');
    expect(words(trace)).toEqual([expected]);
  });
});

describe('the steps of a rule', () => {
  const level = (points: string, zeroes?: 'criterion' | 'total') => ({
    names: { vi: points },
    points,
    ...(zeroes && { zeroes }),
  });
  const levels = {
    type: 'levels' as const,
    levels: [level('10'), level('5', 'criterion'), level('0', 'total')],
  };
  it.each([
    ['1', ['10/1', 'RULE_LEVEL 1 level/i/1 10']],
    ['2', ['5/1', 'RULE_LEVEL 2 level/i/2 5', 'LEVEL_ZEROES_CRITERION']],
    ['3', ['0/1', 'RULE_LEVEL 3 level/i/3 0', 'LEVEL_ZEROES_TOTAL']],
    ['4', ['0/1', 'RULE_NO_LEVEL 4']],
    ['1.5', ['0/1', 'RULE_NO_LEVEL 1.5']],
    ['0', ['0/1', 'RULE_NO_LEVEL 0']],
  ])('level %s', (place, expected) => {
    expect(given(levels, place)).toEqual(expected);
  });

  const bands = {
    type: 'bands' as const,
    on: 'exact' as const,
    bands: [
      { from: null, to: '50', points: '1' },
      { from: '60', to: null, points: '10' },
    ],
  };
  it.each([
    ['49.99', ['1/1', 'RULE_BAND_UNDER 49.99 50 1']],
    ['50', ['0/1', 'RULE_NO_BAND 50']],
    ['60', ['10/1', 'RULE_BAND_FROM 60 60 10']],
  ])('band of %s', (value, expected) => {
    expect(given(bands, value)).toEqual(expected);
  });
  it('one band of everything', () => {
    const all = { ...bands, bands: [{ from: null, to: null, points: '3' }] };
    expect(given(all, '5')).toEqual(['3/1', 'RULE_BAND 5 −∞ +∞ 3']);
  });

  const deduction = { type: 'deduction' as const, perEvent: '2', from: 'max' as const, cap: '6' };
  it.each([
    ['2', ['6/1', 'RULE_DEDUCTION 10 2 2 6']],
    ['3', ['4/1', 'RULE_DEDUCTION 10 2 3 4']],
    ['4', ['4/1', 'RULE_DEDUCTION_CAPPED 2 4 10 6 4']],
  ])('deduction for %s', (value, expected) => {
    expect(given(deduction, value)).toEqual(expected);
  });

  it('are none where a rule gives no points', () => {
    expect(given({ type: 'threshold-only' }, '5')).toEqual([undefined]);
  });
});
