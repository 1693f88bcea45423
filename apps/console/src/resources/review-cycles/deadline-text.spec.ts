import { describe, expect, it } from '@jest/globals';
import { deadlineOf, weekdayOf } from './deadline-text.js';

describe('a deadline as typed', () => {
  it.each([
    ['17/10/2022', { stage: 's', dueOn: '2022-10-17' }],
    [' trước ngày 18/10 ', { stage: 's', phrase: 'trước ngày 18/10' }],
    ['31/02/2022', { stage: 's', phrase: '31/02/2022' }],
    ['  ', undefined],
  ])('%j', (typed, expected) => {
    expect(deadlineOf('s', typed)).toEqual(expected);
  });

  it('falls on a day of the week', () => {
    expect([weekdayOf('2022-10-17', 'vi'), weekdayOf('2022-10-17', 'en')]).toEqual(['Thứ Hai', 'Monday']);
  });
});
