import { describe, expect, it } from '@jest/globals';
import englishMessages from 'ra-language-english';
import { en } from './en.js';
import { entryTexts } from './entry.js';
import { vi } from './vi.js';

function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) =>
    leaves(inner, path === '' ? key : `${path}.${key}`),
  );
}
const keys = (value: unknown) =>
  leaves(value)
    .map(([path]) => path)
    .sort();
const placeholders = (text: string) => [...new Set(text.match(/%\{\w+\}/g))].sort();

describe('the words', () => {
  it('are the same set in both languages', () => {
    expect(keys({ ...en, ra: {} })).toEqual(keys({ ...vi, ra: {} }));
    expect(keys(entryTexts.en)).toEqual(keys(entryTexts.vi));
  });

  it('of react-admin are all there in Vietnamese', () => {
    expect(keys(vi.ra)).toEqual(keys(englishMessages.ra));
  });

  it('take the same values in both languages', () => {
    const english = new Map(leaves(en));
    const differing = leaves({ ...vi, ra: {} }).filter(
      ([path, text]) => placeholders(text).join() !== placeholders(english.get(path) ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  it('are never blank, and Vietnamese is written in composed letters', () => {
    for (const [path, text] of [...leaves(vi), ...leaves(en), ...leaves(entryTexts)]) {
      if (path === 'ra.boolean.null') continue;
      expect([path, text.trim()]).not.toEqual([path, '']);
      expect([path, text]).toEqual([path, text.normalize('NFC')]);
    }
  });
});
