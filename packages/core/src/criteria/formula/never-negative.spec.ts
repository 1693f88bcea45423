import { describe, expect, it } from '@jest/globals';
import { neverNegative } from './never-negative.js';
import { parseFormula } from './parse-formula.js';

/** `a` and `b` are counts, anything else may be below zero. */
const isNever = (text: string): boolean => {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(text);
  return neverNegative(parsed.tree, (code) => code === 'a' || code === 'b');
};

describe('formulas that never come out below zero', () => {
  it.each([
    '0.5',
    '[a]',
    '[a] + [b] + 1',
    '2 * [a] / [b]',
    'max([x], [a])',
    'if([x] < 0, [a], 0)',
    'abs([x])',
    'months() * count()',
    'round([a], 2)',
    'offset([a], -4) + previous([b]) + ytd([a]) * share([b])',
    'sum([a], min([a], [b]), coalesce([a], 1), floor([a]), ceil([b]))',
    '[x] > 1',
    'not ([x] > 1 and [x] < 2 or [x] = 3)',
  ])('%s', (text) => {
    expect(isNever(text)).toBe(true);
  });

  it.each([
    '-[a]',
    '[a] - [b]',
    '[a] + [x]',
    '[a] * [x]',
    '[a] / [x]',
    'max([x], [x])',
    'if([a] > 0, [x], 0)',
    'if([a] > 0, 0, [x])',
    'round([x], 2)',
    'offset([x], -1)',
    'previous([x])',
    'ytd([x])',
    'share([x])',
    'sum([a], [x])',
    'min([a], [x])',
    'coalesce([a], [x])',
    'floor([x])',
    'ceil([x])',
    'points([a])',
  ])('not %s', (text) => {
    expect(isNever(text)).toBe(false);
  });
});
