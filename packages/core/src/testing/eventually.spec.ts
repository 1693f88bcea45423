import { describe, expect, it } from '@jest/globals';
import { eventually } from './eventually.js';

describe('what comes about in time', () => {
  it('is waited for, and told', async () => {
    let tries = 0;
    const third = async () => {
      tries += 1;
      expect(tries).toBeGreaterThanOrEqual(3);
      return tries;
    };
    await expect(eventually(third)).resolves.toBe(3);
  });

  it('or does not: what was missing last is thrown', async () => {
    const never = () => Promise.reject(new Error('not there'));
    await expect(eventually(never, 120)).rejects.toThrow('not there');
  });
});
