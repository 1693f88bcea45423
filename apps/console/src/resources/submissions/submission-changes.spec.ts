import { describe, expect, it } from '@jest/globals';
import { submissionChanges } from './submission-changes.js';

const stateName = (state: string) => `<${state}>`;

describe('the history of a submission', () => {
  it('tells states in words, and of a save what was saved', () => {
    const before = { state: 'open', lastSave: { side: 'secretariat', count: 1, sha256: 'aa' } };
    const after = { state: 'submitted', lastSave: { side: 'unit', count: 27, sha256: 'bb' } };
    expect(submissionChanges({ before, after }, stateName)).toEqual([
      { field: 'state', from: '<open>', to: '<submitted>' },
      { field: 'lastSave.count', to: '27' },
      { field: 'lastSave.sha256', to: 'bb' },
    ]);
  });

  it('has nothing to tell of a new one', () => {
    expect(submissionChanges({ before: null, after: { state: 'open' } }, stateName)).toEqual([]);
  });
});
