import { describe, expect, it } from '@jest/globals';
import { doneRate, onTimeRate, type TaskCounts } from './task-statistics.js';

const counts = (onTime: number, late: number, inTime: number, overdue: number): TaskCounts => ({
  'done-on-time': onTime,
  'done-late': late,
  'open-in-time': inTime,
  'open-overdue': overdue,
  outside: 3,
});

describe('the official table', () => {
  it('prints the rate of the national report of 27/12/2017 as that report does, cut off', () => {
    const national = counts(14_068, 1_983, 5_640, 223);
    expect([doneRate(national), onTimeRate(national)]).toEqual(['98.62', '86.44']);
  });

  it.each([
    ['nothing was due', counts(0, 0, 7, 0), null, null],
    ['nothing is done', counts(0, 0, 7, 2), '0.00', '0.00'],
    ['all are done on time', counts(5, 0, 0, 0), '100.00', '100.00'],
  ])('%s', (_what, given, done, onTime) => {
    expect([doneRate(given), onTimeRate(given)]).toEqual([done, onTime]);
  });
});
