import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { regularSpan, type RegularKind } from '@nhip/contracts';
import { addDays, day } from './day.js';
import { valueOrThrow } from './domain-error.js';
import { checkedPeriod, comparable, endsAfterCutOff, hasBegun, type Period } from './period.js';

function period(named: Pick<Period, 'preset' | 'kind'>, start: string, end: string, asOf = end): Period {
  return valueOrThrow(checkedPeriod({ ...named, start: day(start), end: day(end), asOf: day(asOf) }));
}
const custom = (start: string, end: string, asOf?: string) =>
  period({ preset: 'custom', kind: 'custom' }, start, end, asOf);
const toDate = (end: string, asOf?: string) =>
  period({ preset: 'cumulative', kind: 'year-to-date' }, `${end.slice(0, 4)}-01-01`, end, asOf);
function regular(
  preset: 'calendar' | 'decree-09',
  kind: RegularKind,
  year: number,
  index: number,
  asOf?: string,
): Period {
  const { start, end } = regularSpan(preset, kind, year, index);
  return period({ preset, kind }, start, end, asOf);
}

describe('reporting periods', () => {
  it('refuses what is no period', () => {
    const [january, february] = [day('2022-01-31'), day('2022-02-01')];
    const named = { preset: 'custom', kind: 'custom' } as const;
    expect(checkedPeriod({ ...named, start: february, end: january, asOf: february })).toMatchObject({
      code: 'PERIOD_REVERSED',
    });
    expect(checkedPeriod({ ...named, start: february, end: february, asOf: january })).toMatchObject({
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
        regular('calendar', 'year', 2022, 1, '2022-08-19'),
        regular('calendar', 'year', 2021, 1, '2021-08-19'),
      ),
    ).toEqual({ ok: true });
  });

  it('compares cumulative periods of the same length of the year, the end of February included', () => {
    expect(comparable(toDate('2022-10-10'), toDate('2021-10-10'))).toEqual({ ok: true });
    expect(comparable(toDate('2024-02-29'), toDate('2023-02-28'))).toEqual({ ok: true });
    expect(comparable(toDate('2022-10-10'), toDate('2022-09-30'))).toMatchObject({
      code: 'PERIOD_END_DIFFERS',
    });
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

  it('property: comparable is symmetric, and every period is comparable with itself', () => {
    const any = fc
      .tuple(
        fc.integer({ min: 0, max: 1500 }),
        fc.integer({ min: 0, max: 1500 }),
        fc.integer({ min: 0, max: 1500 }),
      )
      .map(([start, length, cut]) => {
        const first = addDays(day('2020-01-01'), start);
        return custom(first, addDays(first, length), addDays(first, cut));
      });
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(comparable(a, a)).toEqual({ ok: true });
        expect(comparable(a, b).ok).toBe(comparable(b, a).ok);
      }),
    );
  });
});
