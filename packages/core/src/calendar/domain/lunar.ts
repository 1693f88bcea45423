import { dayFromNumber, dayNumberOf, dayOf, partsOf, type Day } from '../../shared/index.js';

/**
 * The Vietnamese lunar calendar after Hồ Ngọc Đức (informatik.uni-leipzig.de/~duc/amlich/calrules.html):
 * new moons and the sun's longitude from Meeus' series, reckoned at the meridian UTC+7 whatever the zone of
 * the machine. Binary floats are at home here: they decide astronomy to the minute, never a score.
 */
const HOURS_EAST = 7;
const JULIAN_DAY_OF_EPOCH = 2_440_588;
const SYNODIC_MONTH = 29.530588853;
/** Julian day of the new moon of 1 January 1900, from which lunations are counted. */
const FIRST_NEW_MOON = 2_415_021.076998695;
const RADIANS = Math.PI / 180;

export interface LunarDate {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  readonly dayOfMonth: number;
  /** The second of two months of the same number. */
  readonly leap: boolean;
}

/** 1/1 of the lunar year: the first day of Tết. */
export function lunarNewYear(year: number): Day {
  return solarOf({ year, month: 1, dayOfMonth: 1, leap: false });
}

/** 10/3 of the lunar year: the Hùng Kings' commemoration. */
export function hungKingsDay(year: number): Day {
  return solarOf({ year, month: 3, dayOfMonth: 10, leap: false });
}

/** The civil day of a lunar date; a leap month that the year does not have is a RangeError. */
export function solarOf({ year, month, dayOfMonth, leap }: LunarDate): Day {
  const [winter, nextWinter] =
    month < 11
      ? [eleventhMonth(year - 1), eleventhMonth(year)]
      : [eleventhMonth(year), eleventhMonth(year + 1)];
  const lunation = Math.floor(0.5 + (winter - FIRST_NEW_MOON) / SYNODIC_MONTH);
  let offset = month - 11 < 0 ? month + 1 : month - 11;
  if (nextWinter - winter > 365) {
    const leapOffset = leapMonthOffset(winter);
    const leapMonth = leapOffset - 2 < 1 ? leapOffset + 10 : leapOffset - 2;
    if (leap && month !== leapMonth) throw new RangeError(`year ${year} has no leap month ${month}`);
    if (leap || offset >= leapOffset) offset += 1;
  } else if (leap) {
    throw new RangeError(`year ${year} has no leap month`);
  }
  return dayFromNumber(newMoon(lunation + offset) + dayOfMonth - 1 - JULIAN_DAY_OF_EPOCH);
}

/** The lunar date of a civil day. */
export function lunarOf(on: Day): LunarDate {
  const julianDay = dayNumberOf(on) + JULIAN_DAY_OF_EPOCH;
  const lunation = Math.floor((julianDay - FIRST_NEW_MOON) / SYNODIC_MONTH);
  // The mean new moon can be a day off the true one.
  const monthStart = [lunation + 1, lunation, lunation - 1].map(newMoon).find((start) => start <= julianDay);
  if (monthStart === undefined) throw new RangeError(`no lunation for ${on}`);
  const civilYear = partsOf(on).year;
  const before = eleventhMonth(civilYear);
  const [winter, nextWinter] =
    before >= monthStart && before !== monthStart
      ? [eleventhMonth(civilYear - 1), before]
      : [before, eleventhMonth(civilYear + 1)];
  const offset = Math.floor((monthStart - winter) / 29);
  const leapOffset = nextWinter - winter > 365 ? leapMonthOffset(winter) : 13;
  const count = offset + 11 - (offset >= leapOffset ? 1 : 0);
  const month = count > 12 ? count - 12 : count;
  const winterYear = winter === before ? civilYear : civilYear - 1;
  return {
    year: month >= 11 && offset < 4 ? winterYear : winterYear + 1,
    month,
    dayOfMonth: julianDay - monthStart + 1,
    leap: offset === leapOffset,
  };
}

/** Julian day number on which the k-th new moon after that of 1900 falls at our meridian. */
function newMoon(k: number): number {
  const t = k / 1236.85;
  const t2 = t * t;
  const t3 = t2 * t;
  const mean =
    2_415_020.75933 +
    29.53058868 * k +
    0.0001178 * t2 -
    0.000000155 * t3 +
    0.00033 * Math.sin((166.56 + 132.87 * t - 0.009173 * t2) * RADIANS);
  const sun = (359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3) * RADIANS;
  const moon = (306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3) * RADIANS;
  const latitude = (21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3) * RADIANS;
  const correction =
    (0.1734 - 0.000393 * t) * Math.sin(sun) +
    0.0021 * Math.sin(2 * sun) -
    0.4068 * Math.sin(moon) +
    0.0161 * Math.sin(2 * moon) -
    0.0004 * Math.sin(3 * moon) +
    0.0104 * Math.sin(2 * latitude) -
    0.0051 * Math.sin(sun + moon) -
    0.0074 * Math.sin(sun - moon) +
    0.0004 * Math.sin(2 * latitude + sun) -
    0.0004 * Math.sin(2 * latitude - sun) -
    0.0006 * Math.sin(2 * latitude + moon) +
    0.001 * Math.sin(2 * latitude - moon) +
    0.0005 * Math.sin(2 * moon + sun);
  const earthLag =
    t < -11
      ? 0.001 + 0.000839 * t + 0.0002261 * t2 - 0.00000845 * t3 - 0.000000081 * t * t3
      : -0.000278 + 0.000265 * t + 0.000262 * t2;
  return Math.floor(mean + correction - earthLag + 0.5 + HOURS_EAST / 24);
}

/** Which twelfth of the ecliptic (0 from the spring equinox) the sun stands in at midnight of the day. */
function sunSector(julianDay: number): number {
  const t = (julianDay - 0.5 - HOURS_EAST / 24 - 2_451_545) / 36_525;
  const t2 = t * t;
  const anomaly = (357.5291 + 35_999.0503 * t - 0.0001559 * t2 - 0.00000048 * t * t2) * RADIANS;
  const longitude =
    280.46645 +
    36_000.76983 * t +
    0.0003032 * t2 +
    (1.9146 - 0.004817 * t - 0.000014 * t2) * Math.sin(anomaly) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly) +
    0.00029 * Math.sin(3 * anomaly);
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}

/** Julian day of the first day of the eleventh month, the month of the winter solstice. */
function eleventhMonth(year: number): number {
  const newYearsEve = dayNumberOf(dayOf(year, 12, 31)) + JULIAN_DAY_OF_EPOCH;
  const k = Math.floor((newYearsEve - 2_415_021) / SYNODIC_MONTH);
  const start = newMoon(k);
  return sunSector(start) >= 9 ? newMoon(k - 1) : start;
}

/** How many months after the eleventh the leap month comes: the first in which the sun changes no sector. */
function leapMonthOffset(winter: number): number {
  const k = Math.floor((winter - FIRST_NEW_MOON) / SYNODIC_MONTH + 0.5);
  let offset = 1;
  let sector = sunSector(newMoon(k + offset));
  for (;;) {
    const next = sunSector(newMoon(k + offset + 1));
    if (next === sector || offset >= 14) return offset;
    sector = next;
    offset += 1;
  }
}
