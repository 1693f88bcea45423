import { describe, expect, it } from '@jest/globals';
import { decreedDays, WorkingCalendar } from '../../calendar/index.js';
import { day, instant, VIETNAM_ZONE } from '../../shared/index.js';
import { cyclePeriod } from './cycle-period.js';
import { nextOccurrence, nextOccurrences, occurrenceAgain } from './occurrences.js';

const calendar = new WorkingCalendar('spec', decreedDays);
const here = { calendar, zone: VIETNAM_ZONE };
const every = (rhythm: 'working-day' | 'month' | 'quarter', workingDay = 1) => ({
  every: rhythm,
  workingDay,
  at: '08:00',
});

describe('by a calendar that has changed', () => {
  const off = (on: string) =>
    new WorkingCalendar('changed', [
      ...decreedDays,
      { day: day(on), kind: 'swap_off', name: 'Nghỉ', confidence: 'verified' },
    ]);
  const again = (rhythm: 'working-day' | 'month' | 'quarter', changed: WorkingCalendar, at: string) => {
    const armed = nextOccurrence(every(rhythm), instant('2022-09-20T00:00:00Z'), here);
    return occurrenceAgain(every(rhythm), armed, instant(at), { calendar: changed, zone: VIETNAM_ZONE });
  };

  it('a period keeps its place and takes its new day', () => {
    expect(again('quarter', off('2022-10-03'), '2022-09-20T00:00:00Z')).toEqual({
      periodKey: '2022-Q4',
      dueAt: '2022-10-04T01:00:00.000Z',
    });
    expect(again('month', calendar, '2022-09-20T00:00:00Z')).toEqual({
      periodKey: '2022-10',
      dueAt: '2022-10-03T01:00:00.000Z',
    });
  });

  it('a period whose new day is over by now is not passed over', () => {
    expect(again('month', calendar, '2022-10-20T00:00:00Z').periodKey).toBe('2022-10');
  });

  it('of working days the first that comes', () => {
    expect(again('working-day', off('2022-09-20'), '2022-09-20T00:00:00Z').periodKey).toBe('2022-09-21');
  });
});

describe('when a schedule runs', () => {
  it('is every working day, over weekends and holidays', () => {
    expect(nextOccurrences(every('working-day'), instant('2022-08-31T00:59:59.999Z'), 3, here)).toEqual([
      { periodKey: '2022-08-31', dueAt: '2022-08-31T01:00:00.000Z' },
      { periodKey: '2022-09-05', dueAt: '2022-09-05T01:00:00.000Z' },
      { periodKey: '2022-09-06', dueAt: '2022-09-06T01:00:00.000Z' },
    ]);
  });

  it('is after the moment, not at it', () => {
    expect(nextOccurrence(every('working-day'), instant('2022-10-11T01:00:00Z'), here).periodKey).toBe(
      '2022-10-12',
    );
  });

  it('is the n-th working day of a month or a quarter', () => {
    expect(nextOccurrence(every('month', 3), instant('2022-09-20T00:00:00Z'), here)).toEqual({
      periodKey: '2022-10',
      dueAt: '2022-10-05T01:00:00.000Z',
    });
    expect(nextOccurrence(every('quarter'), instant('2022-10-03T00:00:00Z'), here)).toEqual({
      periodKey: '2022-Q4',
      dueAt: '2022-10-03T01:00:00.000Z',
    });
    expect(nextOccurrence(every('quarter'), instant('2022-10-03T01:00:00Z'), here)).toEqual({
      periodKey: '2023-Q1',
      dueAt: '2023-01-03T01:00:00.000Z',
    });
  });

  it('comes for each period once, in order, whatever the rule', () => {
    for (const rhythm of ['working-day', 'month', 'quarter'] as const)
      for (const n of [1, 7, 20]) {
        const found = nextOccurrences(every(rhythm, n), instant('2020-01-01T00:00:00Z'), 60, here);
        expect(new Set(found.map(({ periodKey }) => periodKey)).size).toBe(60);
        expect(found.map(({ dueAt }) => dueAt)).toEqual(found.map(({ dueAt }) => dueAt).sort());
      }
  });

  it('that spills into the next month still belongs to its own', () => {
    const [first] = nextOccurrences(every('month', 20), instant('2023-01-31T12:00:00Z'), 1, here);
    expect(first).toEqual({ periodKey: '2023-01', dueAt: '2023-02-06T01:00:00.000Z' });
  });
});

describe('the period of a cycle started by schedule', () => {
  const covers = (what: 'previous' | 'present') => ({ covers: what, codePrefix: 'RS' });
  it('is the one that ended, over the turn of the year, or the one that begins', () => {
    expect(cyclePeriod('2023-Q1', 'calendar', covers('previous'))).toEqual({
      code: 'RS-2022-Q4',
      period: {
        preset: 'calendar',
        kind: 'quarter',
        start: '2022-10-01',
        end: '2022-12-31',
        asOf: '2022-12-31',
      },
    });
    expect(cyclePeriod('2023-01', 'decree-09', covers('present'))).toEqual({
      code: 'RS-2023-01',
      period: {
        preset: 'decree-09',
        kind: 'month',
        start: '2022-12-15',
        end: '2023-01-14',
        asOf: '2023-01-14',
      },
    });
  });
});
