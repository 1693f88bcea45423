import { describe, expect, it } from '@jest/globals';
import { fill } from './fill.js';

describe('fill', () => {
  it('shows days and instants as offices write them, other values as they are, unknown names as gaps', () => {
    const params = { day: '2022-10-17', at: '2022-10-11T07:00:00.000Z', count: 3, code: '2022-10' };
    expect(fill('{day} · {at} · {count} · {code} · {gone}', params)).toBe(
      '17/10/2022 · 11/10/2022 14:00 · 3 · 2022-10 · {gone}',
    );
  });
});
