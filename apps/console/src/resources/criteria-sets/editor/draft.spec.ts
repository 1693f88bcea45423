import { describe, expect, it } from '@jest/globals';
import { criteriaSetContent } from '@nhip/contracts';
import { withValue } from './content-path.js';
import { draftAfter, isChanged, openDraft, type Draft } from './draft.js';
import { withRenamed } from './rename-code.js';

const content = criteriaSetContent.parse({
  dataElements: [
    { code: 'a', names: { vi: 'a' }, measure: { vi: 'x' }, kind: 'count' },
    { code: 'a.b', names: { vi: 'b' }, measure: { vi: 'x' }, kind: 'count', formula: '[a] + [ a.b ]' },
  ],
  indicators: [
    {
      code: 'i',
      names: { vi: 'i' },
      measure: { vi: '%' },
      numerator: { plus: ['a', 'a.b'] },
      denominator: { formula: 'sum([a], 1)' },
      rounding: { mode: 'half-up', dp: 2 },
      aggregation: 'weighted',
      aggregationWeight: 'a',
      rule: { type: 'linear', full: '100' },
    },
  ],
  fields: [
    { code: 'F', names: { vi: 'F' }, criteria: [{ code: 'C', names: { vi: 'C' }, indicators: ['i'] }] },
  ],
  gates: [
    { code: 'g', names: { vi: 'g' }, when: 'points([i]) < [a]', effect: { zero: 'indicator', of: 'i' } },
  ],
  ranking: { tieBreaks: [{ indicator: 'i' }, { field: 'F' }] },
  totals: { maxPoints: '1' },
});
const type = (draft: Draft, text: string, at = 'totals.maxPoints') =>
  draftAfter(draft, { do: 'change', content: withValue(draft.present, at, text), at });

describe('a draft', () => {
  it('takes typing at one place as one step, undone and done again', () => {
    const typed = type(type(type(openDraft(content, 1), '1'), '12'), '2', 'totals.lowest');
    expect(typed.past).toHaveLength(2);
    const once = draftAfter(typed, { do: 'undo' });
    expect(once.present.totals).toMatchObject({ maxPoints: '12', lowest: '0' });
    const twice = draftAfter(once, { do: 'undo' });
    expect([twice.present, isChanged(twice)]).toEqual([content, false]);
    expect(draftAfter(draftAfter(twice, { do: 'redo' }), { do: 'redo' }).present).toEqual(typed.present);
  });

  it('is unchanged once saved, and keeps what was typed when somebody else was faster', () => {
    const typed = type(openDraft(content, 1), '12');
    expect(isChanged(draftAfter(typed, { do: 'saved', content: typed.present, revision: 2 }))).toBe(false);
    const theirs = withValue(content, 'totals.maxPoints', '99');
    const mine = draftAfter(typed, { do: 'rebase', theirs, revision: 5, keep: 'mine' });
    expect([mine.present.totals.maxPoints, mine.revision, isChanged(mine)]).toEqual(['12', 5, true]);
    const taken = draftAfter(typed, { do: 'rebase', theirs, revision: 5, keep: 'theirs' });
    expect([taken.present.totals.maxPoints, isChanged(taken)]).toEqual(['99', false]);
    expect(draftAfter(taken, { do: 'undo' }).present.totals.maxPoints).toBe('12');
  });

  it('takes a field or an entry of a list away', () => {
    expect(withValue(content, 'gates.0', undefined).gates).toEqual([]);
    expect(withValue(content, 'gates.0.when', undefined).gates[0]).not.toHaveProperty('when');
    expect(withValue(content, 'indicators.0.citation.document', 'QĐ').indicators[0]?.citation).toEqual({
      document: 'QĐ',
    });
  });

  it('has a new code wherever the old one was named', () => {
    const element = withRenamed(content, 'element', 'a', 'z');
    expect(element.indicators[0]).toMatchObject({
      numerator: { plus: ['z', 'a.b'] },
      denominator: { formula: 'sum([z], 1)' },
      aggregationWeight: 'z',
    });
    expect([element.dataElements[1]?.formula, element.gates[0]?.when]).toEqual([
      '[z] + [ a.b ]',
      'points([i]) < [z]',
    ]);
    const indicator = withRenamed(content, 'indicator', 'i', 'k');
    expect(indicator.fields[0]?.criteria[0]?.indicators).toEqual(['k']);
    expect(indicator.gates[0]).toMatchObject({ when: 'points([k]) < [a]', effect: { of: 'k' } });
    expect(indicator.ranking.tieBreaks).toEqual([{ indicator: 'k', prefer: 'higher' }, { field: 'F' }]);
  });
});
