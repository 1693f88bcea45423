import { describe, expect, it } from '@jest/globals';
import { changedCells, draftOf, put } from '../../../shared/figure-grid/draft.js';
import { blankEntry, sameEntry, type CellElement, type Entry } from '../../../shared/figure-grid/entry.js';
import { draftKey, keepDraft, recallDraft } from './stored-draft.js';

const element: CellElement = { kind: 'amount', tiers: null, names: { vi: 'Số tiền' } };
const same = (_: string, one: Entry, other: Entry) => sameEntry(element, one, other, 'vi');
const value = (text: string): Entry => ({ ...blankEntry, text });
const form = (cells: Record<string, string>) =>
  new Map(Object.entries(cells).map(([cell, text]) => [cell, value(text)]));
const elementOf = () => element;
const key = draftKey('account', 'form');

function browser() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
  };
}

describe('what is typed and not saved', () => {
  it('is there again when the page is opened again', () => {
    const place = browser();
    const draft = put(draftOf(form({ a: '1', b: '' })), form({ b: '2,5' }));
    keepDraft(place, key, draft, changedCells(draft, same), 'vi');
    const again = recallDraft(place, key, form({ a: '1', b: '' }), elementOf, same, 'vi');
    expect(again.typed.get('b')?.text).toBe('2,5');
    expect(again.conflicts.size).toBe(0);
  });

  it('keeps its value in the other language', () => {
    const place = browser();
    const draft = put(draftOf(form({ b: '' })), form({ b: '1.234,5' }));
    keepDraft(place, key, draft, changedCells(draft, same), 'vi');
    expect(recallDraft(place, key, form({ b: '' }), elementOf, same, 'en').typed.get('b')?.text).toBe(
      '1,234.5',
    );
  });

  it('stands beside what somebody else saved meanwhile', () => {
    const place = browser();
    const draft = put(draftOf(form({ b: '1' })), form({ b: '2' }));
    keepDraft(place, key, draft, changedCells(draft, same), 'vi');
    const again = recallDraft(place, key, form({ b: '3' }), elementOf, same, 'vi');
    expect([...again.conflicts]).toEqual(['b']);
  });

  it('leaves nothing behind when nothing is open, and survives a damaged copy', () => {
    const place = browser();
    place.setItem(key, '{');
    expect(recallDraft(place, key, form({ a: '1' }), elementOf, same, 'vi').typed.size).toBe(0);
    keepDraft(place, key, draftOf(form({ a: '1' })), new Map(), 'vi');
    expect(place.kept.size).toBe(0);
  });
});
