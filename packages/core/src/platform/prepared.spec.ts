import { describe, expect, it } from '@jest/globals';
import { StatementNames } from './prepared.js';

describe('names of statements', () => {
  it('stay with their text, and are given to so many texts only', () => {
    const names = new StatementNames(2);
    const given = ['select 1', 'select 2', 'select 1', 'select 3', 'select 2'].map((text) => names.of(text));
    expect(given).toEqual(['s0', 's1', 's0', undefined, 's1']);
  });
});
