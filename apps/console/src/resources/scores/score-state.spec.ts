import { describe, expect, it } from '@jest/globals';
import { wordOf } from './score-state.js';

describe('what is said of a score without a plain value', () => {
  it.each([
    ['a true zero', 'scored', '0.00', [], undefined],
    ['a value', 'scored', '94.8', [], undefined],
    ['nothing occurred, counted as 0', 'scored', '0.00', ['nothing-occurred:as-zero'], 'nothing'],
    ['a part of it did not occur', 'scored', '10', ['nothing-occurred:full'], undefined],
    ['nothing occurred, all points', 'scored', null, ['nothing-occurred:full'], 'nothing'],
    [
      'nothing occurred, taken as not applicable',
      'not-applicable',
      null,
      ['nothing-occurred:not-applicable', 'not-applicable:reweight'],
      'nothing',
    ],
    ['not applicable', 'not-applicable', null, ['not-applicable:zero'], 'not-applicable'],
    ['missing', 'missing', null, ['missing:not-applicable', 'not-applicable:zero'], 'missing'],
    ['nothing to divide by', 'scored', null, ['zero-denominator:zero'], 'zero-denominator'],
    ['nothing to divide by, an error', 'error', null, ['zero-denominator:error'], 'zero-denominator'],
    ['figures that contradict each other', 'error', null, [], 'error'],
    ['points of the appraisers alone', 'scored', null, [], 'scored'],
  ] as const)('%s', (_name, state, shownValue, policies, word) => {
    expect(wordOf({ state, shownValue, policies })).toBe(word);
  });

  it('cells of the matrix leave the policies out where none acted', () => {
    expect(wordOf({ state: 'not-applicable', shownValue: null })).toBe('not-applicable');
  });
});
