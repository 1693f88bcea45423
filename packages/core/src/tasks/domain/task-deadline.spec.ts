import { describe, expect, it } from '@jest/globals';
import { decreedDays, WorkingCalendar } from '../../calendar/index.js';
import { day, VIETNAM_ZONE } from '../../shared/index.js';
import { nextCheck, readTaskDeadline } from './task-deadline.js';

const surroundings = {
  documentDay: day('2022-10-11'),
  calendar: new WorkingCalendar('spec', decreedDays),
  zone: VIETNAM_ZONE,
};
const read = (input: Parameters<typeof readTaskDeadline>[0]) => readTaskDeadline(input, surroundings);

describe('the deadline of a task', () => {
  it('keeps the phrase, the rule and the day: before 18/10 ends on Monday 17/10', () => {
    expect(read({ phrase: 'trước ngày 18/10' })).toMatchObject({
      phrase: 'trước ngày 18/10',
      reading: { class: 'exclusive', rule: { code: 'DEADLINE_BEFORE_DAY' } },
      due: { on: '2022-10-17', at: '2022-10-17T17:00:00.000Z' },
      recurrence: null,
    });
  });

  it('lets a day chosen by hand decide, and keeps what the phrase would have meant', () => {
    expect(
      read({ phrase: 'ngay', dueOn: '2022-10-20', reason: 'Theo ý kiến đồng chí Chủ tịch' }),
    ).toMatchObject({
      phrase: 'ngay',
      due: { on: '2022-10-20', at: '2022-10-20T17:00:00.000Z' },
      reading: { class: 'vague', override: { dueOn: '2022-10-20' } },
    });
  });

  it('has no day where the words give none', () => {
    expect(read({ phrase: 'kịp thời' }).due).toBeNull();
    expect(read({})).toEqual({ phrase: null, reading: null, due: null, recurrence: null });
  });

  it.each([
    ['thường xuyên', '2022-10-11', '2022-10-31'],
    ['thường xuyên', '2022-10-31', '2022-11-30'],
    ['thường xuyên', '2022-01-31', '2022-02-28'],
    ['hằng tháng', '2022-10-31', '2022-11-30'],
    ['hằng quý', '2022-10-11', '2022-12-31'],
  ])('%s: after %s comes %s', (phrase, after, next) => {
    const { recurrence } = read({ phrase });
    expect(nextCheck({ phrase, recurrence }, day(after), surroundings)?.on).toBe(next);
  });
});
