import { describe, expect, it } from '@jest/globals';
import { differences, withinKeysOf } from './differences.js';
import { filled } from './filled.js';
import { changesOf } from './history.js';

describe('two people on one record', () => {
  it('sees what differs, nested fields by path, blank and absent alike', () => {
    const mine = { names: { vi: 'Phường 1', en: '' }, shortName: 'P1', parentCode: null };
    const theirs = { names: { vi: 'Phường Một' }, shortName: 'P1', unitType: 'ward' };
    expect(differences(mine, theirs)).toEqual([
      { path: 'names.vi', mine: 'Phường 1', theirs: 'Phường Một' },
      { path: 'unitType', mine: '', theirs: 'ward' },
    ]);
  });

  it('compares only what the record has', () => {
    expect(withinKeysOf({ shortName: 'P1' }, { shortName: 'P2', reason: 'vì' })).toEqual({ shortName: 'P2' });
  });
});

describe('a form’s values', () => {
  it('without what was left empty', () => {
    expect(
      filled({ code: 'SNV', names: { vi: 'Sở Nội vụ', en: '' }, shortName: null, roles: [], sort: 0 }),
    ).toEqual({
      code: 'SNV',
      names: { vi: 'Sở Nội vụ' },
      roles: [],
      sort: 0,
    });
  });
});

describe('an entry of the history', () => {
  it('says what changed from and to, in words', () => {
    const before = { names: { vi: 'Phường Một' }, parentId: null, tags: ['a', 'b'] };
    const after = { names: { vi: 'Phường 1' }, parentId: 'p', tags: [], code: 'X' };
    expect(changesOf({ before, after })).toEqual([
      { field: 'names.vi', from: 'Phường Một', to: 'Phường 1' },
      { field: 'tags.0', from: 'a', to: '' },
      { field: 'tags.1', from: 'b', to: '' },
      { field: 'parentId', from: '', to: 'p' },
    ]);
  });

  it('of a new record has no changes', () => {
    expect(changesOf({ before: null, after: { code: 'X' } })).toEqual([]);
  });
});
