import { addDays, day, dayNumberOf, parseDay, type Day } from './day.js';
import { DomainError } from './domain-error.js';

declare const brand: unique symbol;

/** A point in time, UTC with milliseconds: `2022-10-11T07:00:00.000Z`. Texts of it sort as the instants do. */
export type Instant = string & { readonly [brand]: 'Instant' };

/** The zone of every administration so far; functions take it as an argument all the same. */
export const VIETNAM_ZONE = 'Asia/Ho_Chi_Minh';

const MS_PER_DAY = 86_400_000;
const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;
const TIME_OF_DAY = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;

/**
 * Reads an ISO 8601 text with an offset, or a Date of the database driver, and gives the canonical form.
 * Digits below the millisecond are cut. Throws INSTANT_INVALID, also for a text without offset.
 */
export function instant(value: string | Date): Instant {
  const ms =
    typeof value !== 'string'
      ? value.getTime()
      : ISO.test(value) && parseDay(value.slice(0, 10))
        ? Date.parse(value.replace(/(\.\d{3})\d+/, '$1'))
        : Number.NaN;
  if (Number.isNaN(ms)) throw new DomainError('INSTANT_INVALID', { text: String(value).slice(0, 40) });
  return instantFromMs(ms);
}

/** From milliseconds since 1970-01-01T00:00Z. */
export function instantFromMs(ms: number): Instant {
  return new Date(ms).toISOString() as Instant;
}

/** Milliseconds since 1970-01-01T00:00Z. */
export function msOf(at: Instant): number {
  return Date.parse(at);
}

export function addMs(to: Instant, ms: number): Instant {
  return instantFromMs(msOf(to) + ms);
}

export interface LocalTime {
  readonly day: Day;
  /** `HH:mm:ss`, 00–23 hours. */
  readonly time: string;
}

/** What calendar and clock on the wall show at the instant in the zone. */
export function localTimeOf(at: Instant, zone: string): LocalTime {
  const parts = new Map(
    wallClock(zone)
      .formatToParts(msOf(at))
      .map((part) => [part.type, part.value]),
  );
  return {
    day: day(`${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`),
    time: `${parts.get('hour')}:${parts.get('minute')}:${parts.get('second')}`,
  };
}

/** The day on which the instant falls in the zone. */
export function dayAt(at: Instant, zone: string): Day {
  return localTimeOf(at, zone).day;
}

/**
 * The instant at which the wall clock of the zone shows day and time (`HH:mm` or `HH:mm:ss`).
 * Where summer time skips the time, the first instant after the gap; where it comes twice, the first.
 */
export function instantAt(on: Day, time: string, zone: string): Instant {
  const match = TIME_OF_DAY.exec(time);
  if (!match) throw new DomainError('TIME_INVALID', { text: time.slice(0, 40) });
  const seconds = Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0);
  const wanted = dayNumberOf(on) * MS_PER_DAY + seconds * 1000;
  // Only the offsets in force shortly before and after can be the right one.
  const candidates = [wanted - MS_PER_DAY, wanted + MS_PER_DAY]
    .map((near) => wanted - (wallClockMs(near, zone) - near))
    .sort((a, b) => a - b);
  const exact = candidates.find((candidate) => wallClockMs(candidate, zone) === wanted);
  return instantFromMs(exact ?? endOfGap(candidates, zone));
}

/** 00:00 of the day in the zone. */
export function startOfDay(on: Day, zone: string): Instant {
  return instantAt(on, '00:00', zone);
}

/** The exclusive end of a deadline whose last day is `dueOn`: 00:00 of the next day. On time means before it. */
export function dueAtOf(dueOn: Day, zone: string): Instant {
  return startOfDay(addDays(dueOn, 1), zone);
}

/** The wall clock read as if it were UTC, in milliseconds. */
function wallClockMs(ms: number, zone: string): number {
  const local = localTimeOf(instantFromMs(ms), zone);
  return Date.parse(`${local.day}T${local.time}Z`) + (((ms % 1000) + 1000) % 1000);
}

/** The instant between the two candidates at which the clocks were put forward, to the second. */
function endOfGap(candidates: readonly number[], zone: string): number {
  let [before, after] = [candidates[0] ?? 0, candidates.at(-1) ?? 0];
  const offsetBefore = wallClockMs(before, zone) - before;
  while (after - before > 1000) {
    const middle = before + Math.floor((after - before) / 2000) * 1000;
    if (wallClockMs(middle, zone) - middle === offsetBefore) before = middle;
    else after = middle;
  }
  return after;
}

const wallClocks = new Map<string, Intl.DateTimeFormat>();

/** One formatter a zone: making one costs a thousand times as much as using it. */
function wallClock(zone: string): Intl.DateTimeFormat {
  let clock = wallClocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    wallClocks.set(zone, clock);
  }
  return clock;
}
