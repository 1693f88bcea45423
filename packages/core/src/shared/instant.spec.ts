import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { day } from './day.js';
import {
  addMs,
  dayAt,
  dueAtOf,
  instant,
  instantAt,
  instantFromMs,
  localTimeOf,
  msOf,
  VIETNAM_ZONE,
} from './instant.js';

describe('instants', () => {
  it.each([
    ['2022-10-11T14:00+07:00', '2022-10-11T07:00:00.000Z'],
    ['2022-10-11T07:00:00Z', '2022-10-11T07:00:00.000Z'],
    ['2022-10-11T07:00:00.123999Z', '2022-10-11T07:00:00.123Z'],
  ])('reads %s', (text, canonical) => {
    expect(instant(text)).toBe(canonical);
  });

  it.each(['2022-10-11', '2022-10-11T07:00:00', '2022-02-31T07:00:00Z', '2022-10-11T25:00:00Z', 'now', ''])(
    'refuses %j',
    (text) => {
      expect(() => instant(text)).toThrow('INSTANT_INVALID');
    },
  );

  it('takes what a database driver gives, if it is a time', () => {
    expect(instant(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
    expect(() => instant(new Date(Number.NaN))).toThrow('INSTANT_INVALID');
  });

  it('shows day and time of Vietnam whatever the zone of the machine', () => {
    expect(localTimeOf(instant('2022-10-11T07:00:00Z'), VIETNAM_ZONE)).toEqual({
      day: '2022-10-11',
      time: '14:00:00',
    });
    expect(dayAt(instant('2022-10-17T17:00:00Z'), VIETNAM_ZONE)).toBe('2022-10-18');
    expect(dayAt(instant('2022-10-17T16:59:59.999Z'), VIETNAM_ZONE)).toBe('2022-10-17');
  });

  it('a deadline of Monday 17/10/2022 ends with that day', () => {
    expect(dueAtOf(day('2022-10-17'), VIETNAM_ZONE)).toBe('2022-10-17T17:00:00.000Z');
  });

  it('skips and repeats hours as the zone does', () => {
    expect(instantAt(day('2022-03-27'), '02:30', 'Europe/Berlin')).toBe('2022-03-27T01:00:00.000Z');
    expect(instantAt(day('2022-10-30'), '02:30', 'Europe/Berlin')).toBe('2022-10-30T00:30:00.000Z');
    expect(instantAt(day('2022-03-27'), '03:00', 'Europe/Berlin')).toBe('2022-03-27T01:00:00.000Z');
  });

  it('refuses times that no clock shows', () => {
    for (const time of ['24:00', '8:00', '08:60', '08:00:61', '']) {
      expect(() => instantAt(day('2022-03-27'), time, VIETNAM_ZONE)).toThrow('TIME_INVALID');
    }
  });

  const ms = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2060, 0) });

  it('property: local day and time lead back to the instant', () => {
    fc.assert(
      fc.property(ms, (at) => {
        const second = instantFromMs(at - (at % 1000));
        const local = localTimeOf(second, VIETNAM_ZONE);
        expect(instantAt(local.day, local.time, VIETNAM_ZONE)).toBe(second);
      }),
    );
  });

  it('property: texts sort as the instants do', () => {
    fc.assert(
      fc.property(ms, fc.integer({ min: -100_000, max: 100_000 }), (at, by) => {
        const moved = addMs(instantFromMs(at), by);
        expect(msOf(moved)).toBe(at + by);
        expect(moved > instantFromMs(at)).toBe(by > 0);
      }),
    );
  });
});
