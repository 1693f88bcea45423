import { describe, expect, it } from '@jest/globals';
import type { CriteriaSetContent } from '@nhip/contracts';
import { mergeContents } from './merge-contents.js';

const part = (code: string, weight = '1', more: object = {}) => ({
  code,
  names: { vi: code },
  weight,
  ...more,
});
const content = (indicators: object[], more: object = {}): CriteriaSetContent =>
  ({ totals: { maxPoints: '100', lowest: '0' }, indicators, ...more }) as unknown as CriteriaSetContent;
const base = content([part('a'), part('b'), part('c')]);
const codes = ({ indicators }: CriteriaSetContent) => indicators.map(({ code }) => code);

describe('what two people made of one draft', () => {
  it('keeps the changes of both, field by field', () => {
    const mine = content([part('a', '2'), part('b'), part('c')]);
    const theirs = content([part('a', '1', { maxPoints: '5' }), part('b', '3'), part('c')], {
      totals: { maxPoints: '90', lowest: '0' },
    });
    expect(mergeContents(base, mine, theirs)).toEqual({
      content: content([part('a', '2', { maxPoints: '5' }), part('b', '3'), part('c')], {
        totals: { maxPoints: '90', lowest: '0' },
      }),
      conflicts: [],
    });
  });

  it('adds what either added and takes out what either took out, in its place', () => {
    const mine = content([part('a'), part('mine'), part('b')]);
    const theirs = content([part('b'), part('c'), part('theirs')]);
    const { content: both, conflicts } = mergeContents(base, mine, theirs);
    expect(codes(both)).toEqual(['mine', 'b', 'theirs']);
    expect(conflicts).toEqual([]);
  });

  it('keeps the order of who moved something', () => {
    const mine = content([part('c'), part('a'), part('b')]);
    const theirs = content([part('a'), part('b', '9'), part('new'), part('c')]);
    expect(codes(mergeContents(base, mine, theirs).content)).toEqual(['c', 'a', 'b', 'new']);
    expect(codes(mergeContents(base, theirs, mine).content)).toEqual(['c', 'a', 'b', 'new']);
  });

  it('keeps mine where both changed one thing, and says where', () => {
    const mine = content([part('a', '2'), part('c')]);
    const theirs = content([part('a', '3'), part('b', '7'), part('c')]);
    const { content: both, conflicts } = mergeContents(base, mine, theirs);
    expect(both.indicators[0]).toMatchObject({ weight: '2' });
    expect(codes(both)).toEqual(['a', 'c']);
    expect(conflicts).toEqual(['indicators/a/weight', 'indicators/b']);
  });
});
