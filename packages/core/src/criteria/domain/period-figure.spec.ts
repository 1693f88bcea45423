import { describe, expect, it } from '@jest/globals';
import { day, Ratio } from '../../shared/index.js';
import type { Figure } from './figures.js';
import { monthsOf, periodFigure } from './period-figure.js';

const value = (text: string): Figure => ({ state: 'value', value: Ratio.of(text) });
const nothing: Figure = { state: 'nothing' };
const absent: Figure = { state: 'not-applicable' };
const missing: Figure = { state: 'missing' };

describe('whole months of a period', () => {
  it.each([
    ['2022-01-01', '2022-09-30', 9],
    ['2021-12-15', '2022-09-14', 9],
    ['2022-01-01', '2022-12-31', 12],
    ['2022-02-01', '2022-02-28', 1],
    ['2022-01-01', '2022-10-10', undefined],
    ['2022-01-02', '2022-01-01', undefined],
  ])('%s to %s: %s', (start, end, months) => {
    expect(monthsOf(day(start), day(end))).toBe(months);
  });
});

describe('one figure for the period', () => {
  const monthly = { frequency: 'monthly' as const };
  it.each<[string, Figure[], Figure]>([
    ['all months add up', [value('3'), value('4'), value('5')], value('12')],
    ['a month without posts is zero', [value('3'), nothing, value('5')], value('8')],
    ['months that do not apply are left out', [value('3'), absent, absent], value('3')],
    ['nothing at all', [nothing, nothing, absent], nothing],
    ['never applicable', [absent, absent, absent], absent],
    ['a missing month', [value('3'), missing, value('5')], missing],
    ['a month not there yet', [value('3'), value('5')], missing],
    ['no month', [], missing],
  ])('%s', (_name, recorded, expected) => {
    expect(periodFigure(monthly, recorded, 3)).toEqual(expected);
  });

  it('of the period is what was recorded', () => {
    expect(periodFigure({ frequency: 'period' }, [value('7')], 9)).toEqual(value('7'));
    expect(periodFigure({ frequency: 'period' }, [], 9)).toEqual(missing);
  });
});
