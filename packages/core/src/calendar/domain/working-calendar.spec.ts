import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, day, dayFromNumber, dayNumberOf, isWeekend, valueOrThrow } from '../../shared/index.js';
import { readDaysOff } from './days-off-file.js';
import { decreedDays } from './decreed-days.js';
import { computedHolidays, daysInLieu } from './statutory-holidays.js';
import { WorkingCalendar } from './working-calendar.js';

const calendar = new WorkingCalendar('2022-2026', decreedDays);
const file = readFileSync(new URL('../../../../../samples/days-off.csv', import.meta.url), 'utf8');
const years = [2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027];

describe('working days', () => {
  it('acceptance: January to September 2022 has 184 working days, of 195 weekdays', () => {
    const [from, to] = [day('2022-01-01'), day('2022-09-30')];
    expect(calendar.countWorkingDays(from, to)).toBe(184);
    const weekdays = Array.from({ length: 273 }, (_, i) => addDays(from, i)).filter((on) => !isWeekend(on));
    expect(weekdays).toHaveLength(195);
  });

  it('acceptance: from the conference of 11/10/2022 to 17/10/2022 are four working days', () => {
    expect(calendar.countWorkingDays(day('2022-10-12'), day('2022-10-17'))).toBe(4);
    expect(calendar.addWorkingDays(day('2022-10-11'), 4)).toBe('2022-10-17');
  });

  it.each(years)('acceptance: %i has eleven statutory days', (year) => {
    expect(calendar.daysOf(year).filter((row) => row.kind === 'statutory')).toHaveLength(11);
  });

  it('acceptance: holidays 2022 and 2023 of the decrees', () => {
    const off = (year: number) =>
      calendar
        .daysOf(year)
        .filter((row) => !calendar.isWorkingDay(row.day) && !isWeekend(row.day))
        .map((row) => row.day.slice(5));
    expect(off(2022)).toEqual([
      '01-03',
      '01-31',
      '02-01',
      '02-02',
      '02-03',
      '02-04',
      '04-11',
      '05-02',
      '05-03',
      '09-01',
      '09-02',
    ]);
    expect(off(2023)).toEqual([
      '01-02',
      '01-20',
      '01-23',
      '01-24',
      '01-25',
      '01-26',
      '05-01',
      '05-02',
      '05-03',
      '09-01',
      '09-04',
    ]);
  });

  it('counts a swapped Saturday and not the day it was swapped for', () => {
    expect(calendar.isWorkingDay(day('2026-01-02'))).toBe(false);
    expect(calendar.isWorkingDay(day('2026-01-10'))).toBe(true);
    expect(calendar.addWorkingDays(day('2026-01-09'), 1)).toBe('2026-01-10');
    expect(calendar.rowOf(day('2026-01-10'))?.source).toContain('12729/VPCP-KGVX');
  });

  it('works on an unconfirmed holiday until somebody settles it', () => {
    expect(calendar.rowOf(day('2026-11-24'))?.kind).toBe('unconfirmed');
    expect(calendar.isWorkingDay(day('2026-11-24'))).toBe(true);
    const settled = decreedDays.map((row) =>
      row.day === '2026-11-24' ? { ...row, kind: 'statutory' as const } : row,
    );
    expect(new WorkingCalendar('settled', settled).isWorkingDay(day('2026-11-24'))).toBe(false);
  });

  it('marks years by what is known of them', () => {
    expect(years.filter((year) => calendar.provisional(year))).toEqual([2020, 2021, 2027]);
    expect(calendar.confidenceOf(2022)).toBe('verified');
    expect(calendar.confidenceOf(2024)).toBe('recalled');
    expect(calendar.confidenceOf(2027)).toBe('computed');
    expect(calendar.version).toBe('2022-2026');
  });

  it('adds single rows of a year that is not decreed to its computed days', () => {
    const swap = new WorkingCalendar('swap', [
      { day: day('2027-03-06'), kind: 'swap_work', name: 'Làm bù', confidence: 'verified' },
    ]);
    expect(swap.isWorkingDay(day('2027-03-06'))).toBe(true);
    expect(swap.isWorkingDay(day('2027-02-08'))).toBe(false);
    expect(swap.provisional(2027)).toBe(true);
  });

  it('rolls a day off to the next working day', () => {
    expect(calendar.rollForward(day('2022-04-30'))).toBe('2022-05-04');
    expect(calendar.rollForward(day('2022-10-17'))).toBe('2022-10-17');
    expect(calendar.addWorkingDays(day('2022-05-04'), -1)).toBe('2022-04-29');
    expect(calendar.addWorkingDays(day('2022-04-30'), 0)).toBe('2022-04-30');
    expect(() => calendar.addWorkingDays(day('2022-04-30'), 1.5)).toThrow(RangeError);
  });

  it('does not search for ever in a calendar without working days', () => {
    const closed = Array.from({ length: 45_000 }, (_, i) => addDays(day('2022-01-01'), i)).map((on) => ({
      day: on,
      kind: 'statutory' as const,
      name: 'Nghỉ',
      confidence: 'verified' as const,
    }));
    expect(() => new WorkingCalendar('closed', closed).rollForward(day('2022-01-01'))).toThrow(
      'no working days',
    );
  });

  const someDay = fc
    .integer({ min: dayNumberOf(day('2020-01-01')), max: dayNumberOf(day('2029-12-31')) })
    .map(dayFromNumber);
  const count = fc.integer({ min: 0, max: 300 });

  it('property: adding working days and counting them are inverse', () => {
    fc.assert(
      fc.property(someDay, count, (from, n) => {
        const to = calendar.addWorkingDays(from, n);
        expect(calendar.countWorkingDays(addDays(from, 1), to)).toBe(n);
        if (n > 0) expect(calendar.isWorkingDay(to)).toBe(true);
      }),
    );
  });

  it('property: forth and back leads to the working day one came from', () => {
    fc.assert(
      fc.property(someDay, count, (from, n) => {
        const worked = calendar.rollForward(from);
        expect(calendar.addWorkingDays(calendar.addWorkingDays(worked, n), -n)).toBe(worked);
      }),
    );
  });

  it('property: counts over adjoining spans add up', () => {
    fc.assert(
      fc.property(someDay, count, count, (from, a, b) => {
        const middle = addDays(from, a);
        const end = addDays(middle, b);
        expect(
          calendar.countWorkingDays(from, middle) + calendar.countWorkingDays(addDays(middle, 1), end),
        ).toBe(calendar.countWorkingDays(from, end));
      }),
    );
  });
});

describe('computed holidays', () => {
  it.each([2022, 2023, 2024, 2026])('give the days in lieu that were decreed for %i', (year) => {
    const decreed = calendar.daysOf(year);
    const computed = daysInLieu(decreed.filter((row) => row.kind === 'statutory')).map((row) => row.day);
    expect(computed).toEqual(decreed.filter((row) => row.kind === 'in_lieu').map((row) => row.day));
  });

  it.each([2022, 2026])('give all the days of %i', (year) => {
    const rows = (kind: string) => (row: { kind: string }) => row.kind === kind;
    for (const kind of ['statutory', 'in_lieu']) {
      expect(
        computedHolidays(year)
          .filter(rows(kind))
          .map((row) => row.day),
      ).toEqual(
        calendar
          .daysOf(year)
          .filter(rows(kind))
          .map((row) => row.day),
      );
    }
  });

  it('give 2027 with the lunar days of that year', () => {
    expect(calendar.daysOf(2027).map((row) => `${row.day} ${row.kind}`)).toEqual([
      '2027-01-01 statutory',
      '2027-02-05 statutory',
      '2027-02-06 statutory',
      '2027-02-07 statutory',
      '2027-02-08 statutory',
      '2027-02-09 statutory',
      '2027-02-10 in_lieu',
      '2027-02-11 in_lieu',
      '2027-04-16 statutory',
      '2027-04-30 statutory',
      '2027-05-01 statutory',
      '2027-05-03 in_lieu',
      '2027-09-01 statutory',
      '2027-09-02 statutory',
    ]);
  });

  it('property: every year has eleven holidays, and as many weekdays off', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2150 }), (year) => {
        const rows = computedHolidays(year);
        expect(rows.filter((row) => row.kind === 'statutory')).toHaveLength(11);
        expect(new Set(rows.filter((row) => !isWeekend(row.day)).map((row) => row.day)).size).toBe(11);
      }),
    );
  });
});

describe('the days-off file', () => {
  it('holds the 77 days the product knows', () => {
    const read = valueOrThrow(readDaysOff(file));
    expect(read).toHaveLength(77);
    expect(read).toEqual(
      decreedDays.map(({ day: on, kind, name, confidence }) => ({ day: on, kind, name, confidence })),
    );
  });

  const header = 'date,weekday,kind,name_vi,confidence';
  it.each([
    ['a,b', { code: 'DAYS_OFF_HEADER' }],
    [
      `${header}\n2022-02-31,T2,statutory,Tết,verified`,
      { code: 'DAYS_OFF_LINE', params: { line: 2, column: 'date', found: '2022-02-31' } },
    ],
    [
      `${header}\n2022-01-03,T3,in_lieu,Bù,verified`,
      { code: 'DAYS_OFF_LINE', params: { line: 2, column: 'weekday', found: 'T3' } },
    ],
    [
      `${header}\n\n2022-01-03,T2,holiday,Bù,verified`,
      { code: 'DAYS_OFF_LINE', params: { line: 3, column: 'kind', found: 'holiday' } },
    ],
    [
      `${header}\n2022-01-03,T2,in_lieu,,verified`,
      { code: 'DAYS_OFF_LINE', params: { line: 2, column: 'name_vi', found: '' } },
    ],
    [
      `${header}\n2022-01-03,T2,in_lieu,Bù,sure`,
      { code: 'DAYS_OFF_LINE', params: { line: 2, column: 'confidence', found: 'sure' } },
    ],
    [`${header}\n2022-01-03,T2,in_lieu,Bù,verified,more`, { code: 'DAYS_OFF_LINE' }],
    [
      `${header}\n2022-01-03,T2,in_lieu,Bù,verified\n2022-01-03,T2,in_lieu,Bù,verified`,
      { code: 'DAYS_OFF_TWICE', params: { line: 3 } },
    ],
  ])('refuses %j', (csv, expected) => {
    expect(readDaysOff(csv)).toMatchObject({ ok: false, ...expected });
  });

  it('reads names with commas and quotes', () => {
    const read = valueOrThrow(
      readDaysOff(`\ufeff${header}\r\n2022-01-03,T2,in_lieu,"Nghỉ ""bù"", 1/1",verified\r\n`),
    );
    expect(read.map((row) => row.name)).toEqual(['Nghỉ "bù", 1/1']);
  });
});
