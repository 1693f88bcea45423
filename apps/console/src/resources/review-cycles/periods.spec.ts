import { describe, expect, it } from '@jest/globals';
import { countInYear, periodLabel, regularSpan } from './periods.js';

describe('a regular period', () => {
  it.each([
    ['calendar', 'quarter', 2022, 3, '2022-07-01', '2022-09-30'],
    ['calendar', 'month', 2024, 2, '2024-02-01', '2024-02-29'],
    ['calendar', 'nine-months', 2022, 1, '2022-01-01', '2022-09-30'],
    ['decree-09', 'quarter', 2023, 1, '2022-12-15', '2023-03-14'],
    ['decree-09', 'month', 2022, 10, '2022-09-15', '2022-10-14'],
    ['decree-09', 'year', 2022, 1, '2021-12-15', '2022-12-14'],
  ] as const)('%s %s %s no. %s: %s to %s', (preset, kind, year, index, start, end) => {
    expect(regularSpan(preset, kind, year, index)).toEqual({ start, end });
  });

  it('comes as often as the year or the decree has it', () => {
    expect([countInYear('calendar', 'half'), countInYear('decree-09', 'half')]).toEqual([2, 1]);
  });
});

describe('a period in words', () => {
  const period = {
    preset: 'calendar',
    kind: 'nine-months',
    start: '2022-01-01',
    end: '2022-09-30',
    asOf: '2022-09-30',
  } as const;
  it('needs no days where it is a civil one', () => {
    expect(periodLabel(period, 'vi')).toBe('9 tháng đầu năm 2022');
    expect(periodLabel(period, 'en')).toBe('First nine months of 2022');
  });
  it('shows its days where the words could mean another', () => {
    const decree = {
      ...period,
      preset: 'decree-09',
      kind: 'quarter',
      start: '2022-12-15',
      end: '2023-03-14',
    } as const;
    expect(periodLabel(decree, 'vi')).toBe('Quý I/2023 (15/12/2022–14/03/2023)');
    expect(periodLabel({ ...period, preset: 'custom', kind: 'custom' }, 'vi')).toBe('01/01/2022–30/09/2022');
  });
});
