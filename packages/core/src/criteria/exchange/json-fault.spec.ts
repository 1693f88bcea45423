import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { jsonFault } from './json-fault.js';

describe('where a text stops being JSON', () => {
  it.each([
    ['{"a": 1,}', 8],
    ['{"a" 1}', 5],
    ['{"a": 1 "b": 2}', 8],
    ['{a: 1}', 1],
    ['[1, 2', 5],
    ['[1 2]', 3],
    ['[,]', 1],
    ['{"a": 01}', 7],
    ['{"a": "x\ny"}', 6],
    ['{"a": tru}', 6],
    ['{"a": 1}}', 8],
    ['{"a": 1]', 7],
    ['', 0],
  ])('%s at %i', (text, at) => {
    expect(jsonFault(text)).toBe(at);
  });

  it('is the end of whatever is cut off, and a sign that does not belong is found where it stands', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), (value, seed) => {
        const text = JSON.stringify([value], undefined, seed % 3);
        const at = seed % text.length;
        expect(jsonFault(text)).toBe(text.length);
        expect(jsonFault(`${text.slice(0, at)}\u0000${text.slice(at)}`)).toBeLessThanOrEqual(at);
      }),
      { numRuns: 300 },
    );
  });
});
