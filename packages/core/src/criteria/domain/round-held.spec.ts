import { describe, expect, it } from '@jest/globals';
import { Ratio, type Rounding } from '../../shared/index.js';
import { roundHeld } from './round-held.js';

const limits = { lowest: Ratio.of('-0.7'), highest: Ratio.of('99.8') };
const held = (points: string, rounding: Rounding, within = limits) => {
  const { points: exact, shown } = roundHeld(Ratio.of(points), rounding, within);
  return [exact.toString(), shown];
};
const half: Rounding = { mode: 'step', step: '0.5', direction: 'nearest' };
const whole: Rounding = { mode: 'half-up', dp: 0 };

describe('points rounded within their limits', () => {
  it.each([
    ['99.8', half, '499/5', '99.8'],
    ['99.75', half, '499/5', '99.8'],
    ['99.74', half, '199/2', '99.5'],
    ['99.5', whole, '499/5', '99.8'],
    ['99.49', whole, '99/1', '99'],
    ['99.8', { mode: 'truncate', dp: 0 }, '99/1', '99'],
    ['-0.7', whole, '-7/10', '-0.7'],
    ['-0.4', whole, '0/1', '0'],
    ['-0.7', { mode: 'truncate', dp: 1 }, '-7/10', '-0.7'],
  ] as const)('%s', (points, rounding, exact, shown) => {
    expect(held(points, rounding)).toEqual([exact, shown]);
  });

  it('are shown with the decimals of the rounding where they meet a limit exactly', () => {
    const hundred = { lowest: Ratio.zero, highest: Ratio.of('100') };
    expect(held('100', { mode: 'half-up', dp: 2 }, hundred)).toEqual(['100/1', '100.00']);
    expect(held('0', { mode: 'half-up', dp: 2 }, hundred)).toEqual(['0/1', '0.00']);
  });

  it('may have no lowest', () => {
    const { shown } = roundHeld(Ratio.of('-7.6'), whole, { highest: Ratio.zero });
    expect(shown).toBe('-8');
  });
});
