import { describe, expect, it } from '@jest/globals';
import { findingChanges } from './finding-changes.js';

describe('the history of a finding', () => {
  it('names states, and leaves out who and when, which the line says already', () => {
    const before = { state: 'open', code: 'BALANCE' };
    const after = {
      state: 'explained',
      code: 'BALANCE',
      answer: { at: '2022-10-07T03:00:00Z', by: 'user:01a2', text: 'Hệ thống chưa tách được số' },
    };
    const item = { before: { ...before, answer: null }, after };
    expect(findingChanges(item, (state) => `<${state}>`)).toEqual([
      { field: 'state', from: '<open>', to: '<explained>' },
      { field: 'answer.text', from: '', to: 'Hệ thống chưa tách được số' },
    ]);
  });
});
