import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countInYear, periodLabel, regularSpan, type RegularKind } from './periods.js';

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

describe('reporting periods', () => {
  it.each([
    ['calendar', 'month', 2022, 2, '2022-02-01', '2022-02-28', 'Tháng 2/2022', 'Month 2/2022'],
    ['calendar', 'quarter', 2022, 3, '2022-07-01', '2022-09-30', 'Quý III/2022', 'Quarter 3/2022'],
    ['calendar', 'half', 2022, 2, '2022-07-01', '2022-12-31', '6 tháng cuối năm 2022', 'Second half of 2022'],
    [
      'calendar',
      'nine-months',
      2022,
      1,
      '2022-01-01',
      '2022-09-30',
      '9 tháng đầu năm 2022',
      'First nine months of 2022',
    ],
    ['calendar', 'year', 2022, 1, '2022-01-01', '2022-12-31', 'Năm 2022', 'Year 2022'],
    [
      'decree-09',
      'month',
      2022,
      1,
      '2021-12-15',
      '2022-01-14',
      'Tháng 1/2022 (15/12/2021–14/01/2022)',
      'Month 1/2022 (15/12/2021–14/01/2022)',
    ],
    [
      'decree-09',
      'quarter',
      2023,
      1,
      '2022-12-15',
      '2023-03-14',
      'Quý I/2023 (15/12/2022–14/03/2023)',
      'Quarter 1/2023 (15/12/2022–14/03/2023)',
    ],
    [
      'decree-09',
      'quarter',
      2022,
      4,
      '2022-09-15',
      '2022-12-14',
      'Quý IV/2022 (15/09/2022–14/12/2022)',
      'Quarter 4/2022 (15/09/2022–14/12/2022)',
    ],
    [
      'decree-09',
      'half',
      2022,
      1,
      '2021-12-15',
      '2022-06-14',
      '6 tháng đầu năm 2022 (15/12/2021–14/06/2022)',
      'First half of 2022 (15/12/2021–14/06/2022)',
    ],
    [
      'decree-09',
      'nine-months',
      2022,
      1,
      '2021-12-15',
      '2022-09-14',
      '9 tháng đầu năm 2022 (15/12/2021–14/09/2022)',
      'First nine months of 2022 (15/12/2021–14/09/2022)',
    ],
    [
      'decree-09',
      'year',
      2022,
      1,
      '2021-12-15',
      '2022-12-14',
      'Năm 2022 (15/12/2021–14/12/2022)',
      'Year 2022 (15/12/2021–14/12/2022)',
    ],
  ] as const)('%s %s %i/%i runs %s to %s', (preset, kind, year, index, start, end, vi, en) => {
    expect(regularSpan(preset, kind, year, index)).toEqual({ start, end });
    const period = { preset, kind, start, end, asOf: end };
    expect(periodLabel(period, 'vi')).toBe(vi);
    expect(periodLabel(period, 'en')).toBe(en);
  });

  it('come as often as the year or the decree has them', () => {
    expect([countInYear('calendar', 'half'), countInYear('decree-09', 'half')]).toEqual([2, 1]);
    expect(regularSpan('calendar', 'month', 2024, 2).end).toBe('2024-02-29');
  });

  it('are named by their days where they are cumulative or custom', () => {
    const toDate = { start: '2022-01-01', end: '2022-10-10', asOf: '2022-10-10' };
    const cumulative = { ...toDate, preset: 'cumulative', kind: 'year-to-date' } as const;
    expect(periodLabel(cumulative, 'vi')).toBe('Lũy kế 01/01/2022–10/10/2022');
    expect(periodLabel(cumulative, 'en')).toBe('Year to date 01/01/2022–10/10/2022');
    expect(periodLabel({ ...toDate, preset: 'custom', kind: 'custom' }, 'vi')).toBe('01/01/2022–10/10/2022');
  });

  it('property: the periods of a year follow each other without gap or overlap', () => {
    const kinds: readonly (readonly [RegularKind, number])[] = [
      ['month', 12],
      ['quarter', 4],
    ];
    fc.assert(
      fc.property(
        fc.constantFrom('calendar' as const, 'decree-09' as const),
        fc.constantFrom(...kinds),
        fc.integer({ min: 1900, max: 2100 }),
        (preset, [kind, count], year) => {
          const periods = Array.from({ length: count }, (_, i) => regularSpan(preset, kind, year, i + 1));
          periods.slice(1).forEach((period, i) => {
            expect(period.start).toBe(dayAfter(periods[i]?.end ?? ''));
          });
          const whole = regularSpan(preset, 'year', year, 1);
          expect([periods[0]?.start, periods.at(-1)?.end]).toEqual([whole.start, whole.end]);
          expect(regularSpan(preset, kind, year + 1, 1).start).toBe(dayAfter(whole.end));
        },
      ),
    );
  });
});
