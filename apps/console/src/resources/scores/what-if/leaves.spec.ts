import { describe, expect, it } from '@jest/globals';
import { changedLeaves, leavesOf, withLeaf } from './leaves.js';

const indicator = {
  code: 'e',
  weight: '1',
  maxPoints: '10',
  decimals: 2,
  rule: { type: 'bands', bands: [{ from: '0', to: null, points: '5' }] },
  policies: { missing: 'zero' },
};

describe('what may be supposed otherwise', () => {
  it('is every number and policy of an object, wherever it stands', () => {
    expect(leavesOf(indicator).map(({ path, value }) => [path.join('.'), value])).toEqual([
      ['weight', '1'],
      ['maxPoints', '10'],
      ['rule.bands.0.from', '0'],
      ['rule.bands.0.to', null],
      ['rule.bands.0.points', '5'],
      ['policies.missing', 'zero'],
    ]);
  });

  it('is put in its place, and found again as the only change', () => {
    const supposed = withLeaf(indicator, ['rule', 'bands', 0, 'points'], '7.5');
    expect(indicator.rule.bands[0]?.points).toBe('5');
    expect(changedLeaves(indicator, supposed)).toEqual([
      { path: ['rule', 'bands', 0, 'points'], name: 'points', value: '7.5', from: '5' },
    ]);
    expect(changedLeaves(indicator, indicator)).toEqual([]);
  });
});
