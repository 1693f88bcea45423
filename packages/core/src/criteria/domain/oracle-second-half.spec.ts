import { describe, expect, it } from '@jest/globals';
import { caseCount, checkCases, firstSeed } from '../../testing/oracle/check-cases.js';

const half = Math.ceil(caseCount / 2);

// A file of its own, so that both halves run at the same time.
describe('evaluation against an independent oracle', () => {
  it(`the second half of ${caseCount} random cases`, () => {
    expect(() => checkCases(firstSeed + half, caseCount - half)).not.toThrow();
  }, 600_000);
});
