import { addDays, dayOf, isWeekend, type Day } from '../../shared/index.js';
import type { CalendarDay } from './calendar-day.js';
import { hungKingsDay, lunarNewYear } from './lunar.js';

const TET_DAYS = 5;

const NAMES = {
  newYear: ['Tết Dương lịch', 'New Year'],
  tet: ['Tết Nguyên đán', 'Lunar New Year'],
  hungKings: ['Giỗ Tổ Hùng Vương (10/3 âm lịch)', "Hùng Kings' Commemoration (10/3 lunar)"],
  victory: ['Ngày Chiến thắng', 'Victory Day'],
  labour: ['Ngày Quốc tế lao động', 'International Labour Day'],
  national: ['Quốc khánh', 'National Day'],
  besideNational: ['Quốc khánh (ngày liền kề)', 'National Day (adjacent day)'],
} as const;

/**
 * The eleven holidays of Labour Code 2019, Art. 112, and their days in lieu, for a year that nobody has
 * decreed yet. Provisional: the span of Tết (taken as the eve and four days) and the day beside National Day
 * are announced every year. Also used for years before 2021, when National Day was one day only.
 */
export function computedHolidays(year: number): readonly CalendarDay[] {
  const tet = lunarNewYear(year);
  const nationalDay = dayOf(year, 9, 2);
  const statutory: readonly (readonly [Day, keyof typeof NAMES])[] = [
    [dayOf(year, 1, 1), 'newYear'],
    ...Array.from({ length: TET_DAYS }, (_, i) => [addDays(tet, i - 1), 'tet'] as const),
    [hungKingsDay(year), 'hungKings'],
    [dayOf(year, 4, 30), 'victory'],
    [dayOf(year, 5, 1), 'labour'],
    [adjacentDay(nationalDay), 'besideNational'],
    [nationalDay, 'national'],
  ];
  const rows = statutory.map(([day, name]) => row(day, 'statutory', NAMES[name]));
  return inOrder([...rows, ...daysInLieu(rows)]);
}

/** For every holiday on a weekend the next working day that is not taken yet (Art. 111.3). */
export function daysInLieu(statutory: readonly CalendarDay[]): readonly CalendarDay[] {
  const taken = new Set<Day>(statutory.map((holiday) => holiday.day));
  return inOrder(statutory.filter((holiday) => isWeekend(holiday.day))).map((holiday) => {
    let day = addDays(holiday.day, 1);
    while (isWeekend(day) || taken.has(day)) day = addDays(day, 1);
    taken.add(day);
    return row(day, 'in_lieu', [`Nghỉ bù ${holiday.name}`, `In lieu of ${holiday.nameEn ?? holiday.name}`]);
  });
}

function inOrder(rows: readonly CalendarDay[]): readonly CalendarDay[] {
  return [...rows].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** 1/9 where it is a working day (as in 2022, 2023, 2025, 2026), else 3/9 (as in 2024). */
function adjacentDay(nationalDay: Day): Day {
  const before = addDays(nationalDay, -1);
  return isWeekend(before) ? addDays(nationalDay, 1) : before;
}

function row(
  day: Day,
  kind: 'statutory' | 'in_lieu',
  [name, nameEn]: readonly [string, string],
): CalendarDay {
  return { day, kind, name, nameEn, confidence: 'computed' };
}
