import { describe, expect, it } from '@jest/globals';
import { decreedDays, WorkingCalendar } from '../../calendar/index.js';
import { day, dueAtOf, instant, VIETNAM_ZONE } from '../../shared/index.js';
import { taskStatus, type Standing } from './task-status.js';

const calendar = new WorkingCalendar('spec', decreedDays);
const dueOn = day('2022-10-17');
const dueAt = dueAtOf(dueOn, VIETNAM_ZONE);
const status = (standing: Partial<Standing>, now: string) =>
  taskStatus(
    { state: 'in-progress', dueOn, dueAt, handedInAt: null, ...standing },
    instant(now),
    calendar,
    VIETNAM_ZONE,
  );
const noDeadline = { dueOn: null, dueAt: null };
const lastMoment = '2022-10-17T16:59:59.999Z';
const midnight = '2022-10-17T17:00:00.000Z';

describe('the status of a task', () => {
  it.each([
    // state, handed in, now, official, working, deadline, working days left
    ['assigned', null, '2022-10-11T07:00:00Z', 'open-in-time', 'assigned', 'on-track', 4],
    ['in-progress', null, '2022-10-11T07:00:00Z', 'open-in-time', 'in-progress', 'on-track', 4],
    ['in-progress', null, '2022-10-12T07:00:00Z', 'open-in-time', 'due-soon', 'due-soon', 3],
    ['in-progress', null, lastMoment, 'open-in-time', 'due-soon', 'due-today', 0],
    ['in-progress', null, midnight, 'open-overdue', 'overdue', 'overdue', -1],
    ['assigned', null, midnight, 'open-overdue', 'overdue', 'overdue', -1],
    ['returned', null, midnight, 'open-overdue', 'returned', 'overdue', -1],
    ['prepared', null, '2022-10-11T07:00:00Z', 'open-in-time', 'awaiting-approval', 'on-track', 4],
    ['answered', lastMoment, '2022-10-20T07:00:00Z', 'open-in-time', 'awaiting-acceptance', 'on-track', -3],
    ['answered', midnight, '2022-10-20T07:00:00Z', 'open-overdue', 'awaiting-acceptance', 'overdue', -3],
    [
      'accepted',
      '2022-10-14T03:00:00Z',
      '2022-12-01T07:00:00Z',
      'done-on-time',
      'done-early',
      'on-track',
      -33,
    ],
    ['accepted', lastMoment, '2022-10-20T07:00:00Z', 'done-on-time', 'done-on-time', 'on-track', -3],
    ['accepted', midnight, '2022-10-20T07:00:00Z', 'done-late', 'done-late', 'overdue', -3],
    ['unanswered', null, '2022-10-20T07:00:00Z', 'open-overdue', 'unanswered', 'overdue', -3],
    ['suspended', null, '2022-10-20T07:00:00Z', 'outside', 'suspended', 'none', -3],
    ['withdrawn', null, '2022-10-20T07:00:00Z', 'outside', 'withdrawn', 'none', -3],
  ])('%s, handed in %s, at %s: %s, %s', (state, handedIn, now, official, working, deadline, left) => {
    const handedInAt = handedIn === null ? null : instant(handedIn);
    expect(status({ state, handedInAt }, now)).toEqual({
      official,
      working,
      deadline,
      workingDaysLeft: left,
    });
  });

  it('is never late without a deadline', () => {
    expect(status(noDeadline, '2030-01-01T00:00:00Z')).toEqual({
      official: 'open-in-time',
      working: 'without-deadline',
      deadline: 'none',
      workingDaysLeft: null,
    });
    expect(status({ ...noDeadline, state: 'accepted' }, '2030-01-01T00:00:00Z')).toMatchObject({
      official: 'done-on-time',
      working: 'done',
    });
  });
});
