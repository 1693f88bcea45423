import { describe, expect, it } from '@jest/globals';
import { formatDay, formatInstant, parseDayInput } from './dates.js';

describe('dates as people read and type them', () => {
  it('shows days and instants, in Vietnam whatever the zone of the machine', () => {
    expect(formatDay('2022-10-17')).toBe('17/10/2022');
    expect(formatInstant('2022-10-11T07:00:00.000Z')).toBe('11/10/2022 14:00');
    expect(formatInstant('2022-10-16T17:00:00Z')).toBe('17/10/2022 00:00');
    expect(formatInstant('2022-10-16T17:00:00Z', 'UTC')).toBe('16/10/2022 17:00');
    expect(() => formatDay('17/10/2022')).toThrow(RangeError);
    expect(() => formatInstant('soon')).toThrow(RangeError);
  });

  it.each([
    ['17/10/2022', '2022-10-17'],
    ['7/1/2022', '2022-01-07'],
    [' 17-10-2022 ', '2022-10-17'],
    ['29.02.2024', '2024-02-29'],
    ['2022-10-17', '2022-10-17'],
    ['31/2/2022', undefined],
    ['29/2/2023', undefined],
    ['29/2/1900', undefined],
    ['2022-13-01', undefined],
    ['0/1/2022', undefined],
    ['17/10', undefined],
    ['2022-1-7', undefined],
    ['', undefined],
  ])('reads %j as %j', (text, day) => {
    expect(parseDayInput(text)).toBe(day);
  });
});
