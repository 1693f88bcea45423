import { describe, expect, it } from '@jest/globals';
import { setChanges } from './set-changes.js';

describe('a criteria set’s history', () => {
  it('tells status and version in words, and of the content only how much', () => {
    const item = {
      before: {
        status: 'draft',
        version: 1,
        contentHash: 'a',
        content: { totals: { maxPoints: '10', lowest: '0' } },
      },
      after: {
        status: 'issued',
        version: 2,
        contentHash: 'b',
        content: { totals: { maxPoints: '20', lowest: '1' } },
      },
    };
    const words = { field: (name: string) => name, status: (name: string) => `«${name}»`, places: String };
    expect(setChanges(item, words)).toEqual([
      { field: 'status', from: '«draft»', to: '«issued»' },
      { field: 'version', from: '1', to: '2' },
      { field: 'content', from: '–', to: '2' },
    ]);
  });
});
