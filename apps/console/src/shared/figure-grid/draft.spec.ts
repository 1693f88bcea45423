import { describe, expect, it } from '@jest/globals';
import {
  acknowledge,
  changedCells,
  decide,
  draftOf,
  entryIn,
  leave,
  put,
  rebase,
  redo,
  undo,
  type Draft,
} from './draft.js';
import { blankEntry, type Entry } from './entry.js';

const value = (text: string): Entry => ({ ...blankEntry, text });
const same = (_: string, one: Entry, other: Entry) => one.text === other.text && one.note === other.note;
const form = (cells: Record<string, string>) =>
  new Map(Object.entries(cells).map(([cell, text]) => [cell, value(text)]));
const shown = (draft: Draft, cell: string) => entryIn(draft, cell)?.text;

describe('undo', () => {
  it('takes back a field as a whole, and a pasted block as a whole', () => {
    let draft = draftOf(form({ a: '', b: '', c: '' }));
    for (const text of ['1', '12', '123']) draft = put(draft, form({ a: text }), 'a.value');
    draft = leave(draft);
    draft = put(draft, form({ b: '5', c: '6' }));
    draft = undo(draft);
    expect([shown(draft, 'a'), shown(draft, 'b'), shown(draft, 'c')]).toEqual(['123', '', '']);
    draft = undo(draft);
    expect(shown(draft, 'a')).toBe('');
    draft = redo(redo(draft));
    expect([shown(draft, 'a'), shown(draft, 'c')]).toEqual(['123', '6']);
  });

  it('separates what was typed before and after leaving a field', () => {
    let draft = leave(put(draftOf(form({ a: '' })), form({ a: '1' }), 'a.value'));
    draft = put(draft, form({ a: '2' }), 'a.value');
    expect(shown(undo(draft), 'a')).toBe('1');
  });

  it('reaches back behind a save: the old value is a change again', () => {
    const typed = put(draftOf(form({ a: '1' })), form({ a: '2' }));
    const saved = rebase(acknowledge(typed, form({ a: '2' })), form({ a: '2' }), same);
    expect(changedCells(saved, same).size).toBe(0);
    expect([...changedCells(undo(saved), same)]).toEqual([['a', value('1')]]);
  });
});

describe('two people in one form', () => {
  const mine = put(draftOf(form({ a: '1', b: '1', c: '1' })), form({ a: '2' }));

  it('merges cells of the other that are untouched here', () => {
    const merged = rebase(mine, form({ a: '1', b: '9', c: '1' }), same);
    expect([shown(merged, 'a'), shown(merged, 'b')]).toEqual(['2', '9']);
    expect(merged.conflicts.size).toBe(0);
    expect([...changedCells(merged, same).keys()]).toEqual(['a']);
  });

  it('shows one cell changed by both to be chosen, and forgets neither', () => {
    const merged = rebase(mine, form({ a: '3', b: '1', c: '1' }), same);
    expect([...merged.conflicts]).toEqual(['a']);
    expect(shown(merged, 'a')).toBe('2');
    expect(merged.stored.get('a')?.text).toBe('3');
    expect(shown(decide(merged, 'a', 'mine'), 'a')).toBe('2');
    const theirs = decide(merged, 'a', 'theirs');
    expect([shown(theirs, 'a'), theirs.conflicts.size]).toEqual(['3', 0]);
    expect(shown(undo(theirs), 'a')).toBe('2');
  });

  it('keeps an undecided conflict when the form is read again', () => {
    const merged = rebase(mine, form({ a: '3', b: '1', c: '1' }), same);
    expect([...rebase(merged, form({ a: '3', b: '4', c: '1' }), same).conflicts]).toEqual(['a']);
  });

  it('is no conflict when both wrote the same', () => {
    expect(rebase(mine, form({ a: '2', b: '1', c: '1' }), same)).toMatchObject({
      typed: new Map(),
      conflicts: new Set(),
    });
  });

  it('keeps what was typed while a save was on its way', () => {
    const further = put(mine, form({ a: '25', b: '7' }));
    const saved = rebase(acknowledge(further, form({ a: '2' })), form({ a: '2', b: '1', c: '1' }), same);
    expect(saved.conflicts.size).toBe(0);
    expect([shown(saved, 'a'), shown(saved, 'b')]).toEqual(['25', '7']);
  });
});
