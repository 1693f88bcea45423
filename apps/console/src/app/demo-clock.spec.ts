import { describe, expect, it } from '@jest/globals';
import { formatClock, morningAhead } from './demo-clock.js';

const at = '2022-10-11T07:00:00.000Z';

describe('the clock of a sample', () => {
  it('is shown with the day of the week, in local time', () => {
    expect(formatClock(at, 'vi')).toBe('Thứ Ba, 11/10/2022 14:00');
    expect(formatClock(at, 'en')).toBe('Tuesday, 11/10/2022 14:00');
    expect(formatClock('2022-10-15T17:00:00.000Z', 'vi')).toBe('Chủ nhật, 16/10/2022 00:00');
  });

  it.each([
    ['18/10/2022', '2022-10-18T01:00:00.000Z'],
    ['2022-10-18', '2022-10-18T01:00:00.000Z'],
    ['11/10/2022', undefined],
    ['1/10/2022', undefined],
    ['31/2/2023', undefined],
    ['mai', undefined],
    ['', undefined],
  ])('moves to 08:00 of %j', (typed, expected) => {
    expect(morningAhead(typed, at)).toBe(expected);
  });
});
