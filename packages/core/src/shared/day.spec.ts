import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  day,
  dayFromNumber,
  dayNumberOf,
  dayOf,
  daysBetween,
  daysFrom,
  isWeekend,
  lastDayOfMonth,
  parseDay,
  weekdayOf,
} from './day.js';

const someDay = fc
  .integer({ min: dayNumberOf(day('0020-01-01')), max: dayNumberOf(day('9980-12-31')) })
  .map(dayFromNumber);
const someDays = fc.integer({ min: -3000, max: 3000 });

describe('civil days', () => {
  it.each([
    '2022-02-31',
    '2023-02-29',
    '1900-02-29',
    '2022-13-01',
    '2022-00-10',
    '2022-04-31',
    '2022-1-1',
    '',
    '17/10/2022',
  ])('%j is no day', (text) => {
    expect(parseDay(text)).toBeUndefined();
    expect(() => day(text)).toThrow('DAY_INVALID');
  });

  it('knows leap days', () => {
    expect(parseDay('2024-02-29')).toBe('2024-02-29');
    expect(parseDay('2000-02-29')).toBe('2000-02-29');
    expect(lastDayOfMonth(2022, 2)).toBe('2022-02-28');
  });

  it.each([
    ['2022-10-11', 2],
    ['2022-10-17', 1],
    ['2023-10-24', 2],
    ['2020-05-14', 4],
    ['1969-12-31', 3],
    ['2022-10-16', 7],
  ])('%s is weekday %i', (on, weekday) => {
    expect(weekdayOf(day(on))).toBe(weekday);
    expect(isWeekend(day(on))).toBe(weekday > 5);
  });

  it('ends a month without the corresponding day on its last day', () => {
    expect(addMonths(day('2022-01-31'), 1)).toBe('2022-02-28');
    expect(addMonths(day('2022-12-15'), 1)).toBe('2023-01-15');
    expect(addMonths(day('2022-01-15'), -1)).toBe('2021-12-15');
    expect(addMonths(day('2024-02-29'), 12)).toBe('2025-02-28');
  });

  it('lists days, both ends included', () => {
    expect([...daysFrom(day('2022-02-27'), day('2022-03-01'))]).toEqual([
      '2022-02-27',
      '2022-02-28',
      '2022-03-01',
    ]);
    expect([...daysFrom(day('2022-03-01'), day('2022-02-27'))]).toEqual([]);
  });

  it('refuses days outside four-digit years', () => {
    expect(() => addDays(day('9999-12-31'), 1)).toThrow('DAY_INVALID');
    expect(() => dayOf(12022, 1, 1)).toThrow('DAY_INVALID');
  });

  it('property: counts as the calendar of the language does', () => {
    fc.assert(
      fc.property(someDay, (on) => {
        expect(dayNumberOf(on) * 86_400_000).toBe(Date.parse(`${on}T00:00:00Z`));
        expect(dayFromNumber(dayNumberOf(on))).toBe(on);
      }),
    );
  });

  it('property: adding days and counting them agree, and order is the order of the text', () => {
    fc.assert(
      fc.property(someDay, someDays, (from, days) => {
        const to = addDays(from, days);
        expect(daysBetween(from, to)).toBe(days);
        expect(to > from).toBe(days > 0);
      }),
    );
  });
});
