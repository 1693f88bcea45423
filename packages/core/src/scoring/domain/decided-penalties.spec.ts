import { describe, expect, it } from '@jest/globals';
import { criteriaSet, indicator } from '../../testing/criteria-set.js';
import { checkDecidedPoints, decidedRange } from './check-decided-points.js';

const penalty = (code: string, maxPoints: string, cap?: string) =>
  indicator(code, {
    maxPoints,
    rule: { type: 'deduction', perEvent: '2.5', from: 'zero', ...(cap !== undefined && { cap }) },
  });
const content = criteriaSet([
  penalty('capped', '5', '5'),
  penalty('by-maximum', '3'),
  penalty('without-limit', '0'),
  indicator('from-max', { maxPoints: '4', rule: { type: 'deduction', perEvent: '1', from: 'max' } }),
]);
const faults = (code: string, points: string) =>
  checkDecidedPoints('appraised', [{ indicator: code, points, reason: 'Theo biên bản' }], content, new Map());

describe('points decided of penalties', () => {
  it('of a penalty stand between its limit below zero and 0', () => {
    expect(content.indicators.map(decidedRange)).toEqual([
      { lowest: '-5', highest: '0' },
      { lowest: '-3', highest: '0' },
      { lowest: null, highest: '0' },
      { lowest: '0', highest: '4' },
    ]);
    for (const [code, points] of [
      ['capped', '-5'],
      ['capped', '0'],
      ['by-maximum', '-3'],
      ['without-limit', '-100'],
      ['from-max', '4'],
    ] as const)
      expect([code, faults(code, points)]).toEqual([code, []]);
    for (const [code, points] of [
      ['capped', '-5.1'],
      ['capped', '0.1'],
      ['without-limit', '1'],
      ['from-max', '-0.1'],
    ] as const)
      expect([code, faults(code, points)]).toMatchObject([code, [{ code: 'POINTS_OUT_OF_RANGE' }]]);
  });

  it('are refused with the range as the reader writes numbers', () => {
    expect(faults('capped', '-5.5')).toMatchObject([
      {
        path: 'items.0.points',
        params: {
          indicator: 'capped',
          lowest: { vi: '-5' },
          highest: { vi: '0' },
          found: { vi: '-5,5', en: '-5.5' },
        },
      },
    ]);
  });
});
