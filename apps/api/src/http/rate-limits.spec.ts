import { describe, expect, it } from '@jest/globals';
import { RateLimiter } from './rate-limits.js';

function limiter(most?: number) {
  const clock = { now: 1_000_000 };
  const limits = new RateLimiter({ requests: 60, writes: 6, files: 2 }, () => clock.now, most);
  return { clock, take: (name: 'requests' | 'writes' | 'files', asker: string) => limits.take(name, asker) };
}

describe('the allowance of a minute', () => {
  it('may be used at once; then it says when there is one again, and there is', () => {
    const { clock, take } = limiter();
    expect(Array.from({ length: 6 }, () => take('writes', 'a'))).toEqual([0, 0, 0, 0, 0, 0]);
    expect(take('writes', 'a')).toBe(10);
    clock.now += 9_000;
    expect(take('writes', 'a')).toBe(1);
    clock.now += 1_000;
    expect([take('writes', 'a'), take('writes', 'a')]).toEqual([0, 10]);
  });

  it('is full again after a minute, never fuller', () => {
    const { clock, take } = limiter();
    take('files', 'a');
    clock.now += 3_600_000;
    expect([take('files', 'a'), take('files', 'a'), take('files', 'a')]).toEqual([0, 0, 30]);
  });

  it("is each asker's own, and each kind's", () => {
    const { take } = limiter();
    expect([take('files', 'a'), take('files', 'a'), take('files', 'a')]).toEqual([0, 0, 30]);
    expect([take('files', 'b'), take('writes', 'a')]).toEqual([0, 0]);
  });

  it('is kept for so many askers only', () => {
    const { take } = limiter(2);
    expect([take('files', 'a'), take('files', 'a')]).toEqual([0, 0]);
    take('files', 'b');
    take('files', 'c');
    expect(take('files', 'a')).toBe(0);
  });
});
