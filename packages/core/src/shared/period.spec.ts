import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, day } from './day.js';
import { valueOrThrow } from './domain-error.js';
import {
  comparable,
  cumulativePeriod,
  customPeriod,
  endsAfterCutOff,
  hasBegun,
  periodLabel,
  regularPeriod,
  type RegularKind,
} from './period.js';

const regular = (...args: Parameters<typeof regularPeriod>) => valueOrThrow(regularPeriod(...args));
const custom = (start: string, end: string, asOf?: string) =>
  valueOrThrow(customPeriod(day(start), day(end), asOf === undefined ? undefined : day(asOf)));

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
      'Tháng 1/2022 (15/12/2021–14/1/2022)',
      'Month 1/2022 (15/12/2021–14/1/2022)',
    ],
    [
      'decree-09',
      'quarter',
      2023,
      1,
      '2022-12-15',
      '2023-03-14',
      'Quý I/2023 (15/12/2022–14/3/2023)',
      'Quarter 1/2023 (15/12/2022–14/3/2023)',
    ],
    [
      'decree-09',
      'quarter',
      2022,
      4,
      '2022-09-15',
      '2022-12-14',
      'Quý IV/2022 (15/9/2022–14/12/2022)',
      'Quarter 4/2022 (15/9/2022–14/12/2022)',
    ],
    [
      'decree-09',
      'half',
      2022,
      1,
      '2021-12-15',
      '2022-06-14',
      '6 tháng đầu năm 2022 (15/12/2021–14/6/2022)',
      'First half of 2022 (15/12/2021–14/6/2022)',
    ],
    [
      'decree-09',
      'nine-months',
      2022,
      1,
      '2021-12-15',
      '2022-09-14',
      '9 tháng đầu năm 2022 (15/12/2021–14/9/2022)',
      'First nine months of 2022 (15/12/2021–14/9/2022)',
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
    const period = regular(preset, kind, year, index);
    expect(period).toEqual({ preset, kind, start, end, asOf: end });
    expect(periodLabel(period, 'vi')).toBe(vi);
    expect(periodLabel(period, 'en')).toBe(en);
  });

  it('names cumulative and custom periods by their days', () => {
    const toDate = valueOrThrow(cumulativePeriod(day('2022-10-10')));
    expect(toDate).toMatchObject({ start: '2022-01-01', end: '2022-10-10', asOf: '2022-10-10' });
    expect(periodLabel(toDate, 'vi')).toBe('Lũy kế 1/1/2022–10/10/2022');
    expect(periodLabel(toDate, 'en')).toBe('Year to date 1/1/2022–10/10/2022');
    expect(periodLabel(custom('2016-01-01', '2021-12-31'), 'vi')).toBe('1/1/2016–31/12/2021');
  });

  it('refuses what is no period', () => {
    expect(regularPeriod('calendar', 'quarter', 2022, 5)).toMatchObject({ code: 'PERIOD_INDEX' });
    expect(regularPeriod('calendar', 'nine-months', 2022, 2)).toMatchObject({ code: 'PERIOD_INDEX' });
    expect(regularPeriod('calendar', 'month', 2022, 0)).toMatchObject({ code: 'PERIOD_INDEX' });
    expect(regularPeriod('calendar', 'month', 2022, 1.5)).toMatchObject({ code: 'PERIOD_INDEX' });
    expect(regularPeriod('decree-09', 'half', 2022, 2)).toMatchObject({ code: 'PERIOD_INDEX' });
    expect(customPeriod(day('2022-02-01'), day('2022-01-31'))).toMatchObject({ code: 'PERIOD_REVERSED' });
    expect(cumulativePeriod(day('2022-02-01'), day('2021-12-31'))).toMatchObject({
      code: 'PERIOD_CUTOFF_EARLY',
    });
  });

  it('knows whether it has begun and whether its data is cut before its end', () => {
    const term = custom('2016-01-01', '2021-12-31', '2020-05-14');
    expect(endsAfterCutOff(term)).toBe(true);
    expect(endsAfterCutOff(regular('calendar', 'quarter', 2022, 3))).toBe(false);
    expect(hasBegun(term, day('2016-01-01'))).toBe(true);
    expect(hasBegun(term, day('2015-12-31'))).toBe(false);
  });

  it('compares like with like only', () => {
    const third = regular('calendar', 'quarter', 2022, 3);
    expect(comparable(third, regular('calendar', 'quarter', 2022, 2))).toEqual({ ok: true });
    expect(comparable(third, regular('decree-09', 'quarter', 2022, 3))).toMatchObject({
      code: 'PERIOD_PRESET_DIFFERS',
    });
    expect(comparable(third, regular('calendar', 'month', 2022, 9))).toMatchObject({
      code: 'PERIOD_KIND_DIFFERS',
    });
    expect(comparable(third, regular('calendar', 'quarter', 2022, 4, day('2022-10-10')))).toMatchObject({
      code: 'PERIOD_CUTOFF_DIFFERS',
    });
    expect(
      comparable(
        regular('calendar', 'year', 2022, 1, day('2022-08-19')),
        regular('calendar', 'year', 2021, 1, day('2021-08-19')),
      ),
    ).toEqual({ ok: true });
  });

  it('compares cumulative periods of the same length of the year, the end of February included', () => {
    const to = (end: string) => valueOrThrow(cumulativePeriod(day(end)));
    expect(comparable(to('2022-10-10'), to('2021-10-10'))).toEqual({ ok: true });
    expect(comparable(to('2024-02-29'), to('2023-02-28'))).toEqual({ ok: true });
    expect(comparable(to('2022-10-10'), to('2022-09-30'))).toMatchObject({ code: 'PERIOD_END_DIFFERS' });
  });

  it('does not set ten months against five years', () => {
    expect(comparable(custom('2022-01-01', '2022-10-10'), custom('2017-01-01', '2021-12-31'))).toEqual({
      ok: false,
      code: 'PERIOD_LENGTH_DIFFERS',
      params: { a: 283, b: 1826 },
    });
    expect(comparable(custom('2024-01-01', '2024-03-31'), custom('2023-01-01', '2023-03-31'))).toEqual({
      ok: true,
    });
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
          const periods = Array.from({ length: count }, (_, i) => regular(preset, kind, year, i + 1));
          periods.slice(1).forEach((period, i) => {
            expect(period.start).toBe(addDays(periods[i]?.end ?? day('0001-01-01'), 1));
          });
          const whole = regular(preset, 'year', year);
          expect([periods[0]?.start, periods.at(-1)?.end]).toEqual([whole.start, whole.end]);
          expect(regular(preset, kind, year + 1).start).toBe(addDays(whole.end, 1));
        },
      ),
    );
  });

  it('property: comparable is symmetric, and every period is comparable with itself', () => {
    const period = fc
      .tuple(
        fc.integer({ min: 0, max: 1500 }),
        fc.integer({ min: 0, max: 1500 }),
        fc.integer({ min: 0, max: 1500 }),
      )
      .map(([start, length, cut]) => {
        const first = addDays(day('2020-01-01'), start);
        return valueOrThrow(customPeriod(first, addDays(first, length), addDays(first, cut)));
      });
    fc.assert(
      fc.property(period, period, (a, b) => {
        expect(comparable(a, a)).toEqual({ ok: true });
        expect(comparable(a, b).ok).toBe(comparable(b, a).ok);
      }),
    );
  });
});
