import { describe, expect, it } from '@jest/globals';
import { day } from '../../shared/index.js';
import { membersOn, type Merger } from './merged-units.js';

const merger = (from: string, to: string, on: string, whole = true): Merger => ({
  from,
  to,
  on: day(on),
  whole,
});
const list = [
  merger('a', 'new', '2025-07-01'),
  merger('b', 'new', '2025-07-01'),
  merger('c', 'b', '2024-01-01'),
  merger('d', 'old', '2025-07-01'),
  merger('e', 'split', '2025-07-01', false),
];
const since = new Map([['new', day('2025-07-01')]]);
const members = (unit: string, asOf: string) => membersOn(unit, day(asOf), { list, since });

describe('whose figures make up a unit', () => {
  it('its own after a merger, those of its predecessors before, and of theirs', () => {
    expect(members('new', '2025-07-01')).toEqual(['new']);
    expect(members('new', '2025-06-30')).toEqual(['a', 'b']);
    expect(members('new', '2023-12-31')).toEqual(['a', 'b', 'c']);
  });

  it('its own and those of what it took in', () => {
    expect(members('old', '2025-06-30')).toEqual(['d', 'old']);
    expect(members('old', '2025-09-30')).toEqual(['old']);
  });

  it('nobody knows where a part of a unit came to it', () => {
    expect(members('split', '2025-06-30')).toBeUndefined();
    expect(members('split', '2025-07-01')).toEqual(['split']);
  });

  it('ends where units name each other', () => {
    const ring = [merger('x', 'y', '2025-07-01'), merger('y', 'x', '2025-07-01')];
    expect(membersOn('x', day('2025-01-01'), { list: ring, since: new Map() })).toEqual(['x', 'y']);
  });
});
