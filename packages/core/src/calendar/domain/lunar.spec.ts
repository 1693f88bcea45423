import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, day, dayFromNumber, dayNumberOf } from '../../shared/index.js';
import { hungKingsDay, lunarNewYear, lunarOf, solarOf } from './lunar.js';

describe('the Vietnamese lunar calendar', () => {
  it.each([
    // 1985, 2007 and 2030 are years in which Vietnam and China begin the year on different days.
    [1968, '1968-01-29'],
    [1985, '1985-01-21'],
    [2000, '2000-02-05'],
    [2007, '2007-02-17'],
    [2020, '2020-01-25'],
    [2021, '2021-02-12'],
    [2022, '2022-02-01'],
    [2023, '2023-01-22'],
    [2024, '2024-02-10'],
    [2025, '2025-01-29'],
    [2026, '2026-02-17'],
    [2027, '2027-02-06'],
    [2028, '2028-01-26'],
    [2030, '2030-02-02'],
  ])('Tết %i is %s', (year, on) => {
    expect(lunarNewYear(year)).toBe(on);
  });

  it.each([
    [2020, '2020-04-02'],
    [2021, '2021-04-21'],
    [2022, '2022-04-10'],
    [2023, '2023-04-29'],
    [2024, '2024-04-18'],
    [2025, '2025-04-07'],
    [2026, '2026-04-26'],
    [2027, '2027-04-16'],
    [2028, '2028-04-04'],
  ])('Hùng Kings %i is %s', (year, on) => {
    expect(hungKingsDay(year)).toBe(on);
  });

  it('knows leap months', () => {
    expect(lunarOf(day('2023-03-22'))).toEqual({ year: 2023, month: 2, dayOfMonth: 1, leap: true });
    expect(lunarOf(day('2025-07-25'))).toEqual({ year: 2025, month: 6, dayOfMonth: 1, leap: true });
    expect(solarOf({ year: 2025, month: 6, dayOfMonth: 1, leap: true })).toBe('2025-07-25');
    expect(() => solarOf({ year: 2025, month: 5, dayOfMonth: 1, leap: true })).toThrow(RangeError);
    expect(() => solarOf({ year: 2026, month: 5, dayOfMonth: 1, leap: true })).toThrow(RangeError);
  });

  const someDay = fc
    .integer({ min: dayNumberOf(day('1900-01-01')), max: dayNumberOf(day('2199-12-31')) })
    .map(dayFromNumber);

  it('property: lunar and civil date lead back to each other', () => {
    fc.assert(
      fc.property(someDay, (on) => {
        expect(solarOf(lunarOf(on))).toBe(on);
      }),
      { numRuns: 2000 },
    );
  });

  it('property: the next day is the next lunar day or the first of a month', () => {
    fc.assert(
      fc.property(someDay, (on) => {
        const today = lunarOf(on);
        const tomorrow = lunarOf(addDays(on, 1));
        expect([1, today.dayOfMonth + 1]).toContain(tomorrow.dayOfMonth);
        if (tomorrow.dayOfMonth === 1) expect([29, 30]).toContain(today.dayOfMonth);
      }),
      { numRuns: 1000 },
    );
  });
});
