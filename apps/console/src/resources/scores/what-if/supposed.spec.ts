import { describe, expect, it } from '@jest/globals';
import { criteriaSetContent, supposedContent, type WhatIfChanges } from '@nhip/contracts';
import { changesBetween, keyOf, onlySupposed, supposedOf, withFigure, withoutSupposed } from './supposed.js';

const names = { vi: 'Tên' };
const content = criteriaSetContent.parse({
  dataElements: [{ code: 'n', names, measure: names, kind: 'count' }],
  indicators: ['a', 'b'].map((code) => ({
    code,
    names,
    measure: names,
    numerator: { plus: ['n'] },
    rounding: { mode: 'half-up', dp: 2 },
    rule: { type: 'bonus', perEvent: '1' },
    maxPoints: '5',
  })),
  fields: [{ code: 'f', names, criteria: [{ code: 'c', names, indicators: ['a', 'b'] }] }],
  totals: { maxPoints: '10' },
});
const none: WhatIfChanges = { indicators: [], fields: [], figures: [] };
const figure = { unitId: 'u', element: 'n', state: 'nothing' as const, value: null };

describe('what is supposed', () => {
  const [a, b] = content.indicators;
  const gate = {
    code: 'g',
    names,
    when: '[n] > 1',
    blanks: 'missing' as const,
    effect: { zero: 'total' as const },
  };
  const other = {
    ...content,
    indicators: [a, { ...b, weight: '2' }] as typeof content.indicators,
    gates: [gate],
    ranking: { ...content.ranking, tieBreaks: [{ field: 'f' }] },
  };

  it('is what differs from the criteria, object by object, and makes the supposed criteria of them again', () => {
    const changes = changesBetween(content, other, { ...none, figures: [figure] });
    expect(changes).toEqual({
      indicators: [{ ...b, weight: '2' }],
      fields: [],
      gates: [gate],
      ranking: other.ranking,
      figures: [figure],
    });
    expect(supposedContent(content, changes)).toEqual(other);
    expect(supposedOf(changes).map(keyOf)).toEqual(['indicators b', 'gates', 'ranking', 'figure u n']);
  });

  it('is nothing where it was put back, in whatever order', () => {
    const { weight, ...rest } = { ...b };
    const back = { ...content, indicators: [a, { ...rest, weight }] as typeof content.indicators };
    expect(changesBetween(content, back, none)).toEqual(none);
  });

  it('is no class at all, or classes where there were none', () => {
    const { classification } = criteriaSetContent.parse({
      ...content,
      classification: { bands: [{ code: 'A', names, from: null, to: null }] },
    });
    const classed = { ...content, classification };
    expect(changesBetween(content, classed, none)).toEqual({ ...none, classification });
    const taken = changesBetween(classed, content, none);
    expect(taken).toEqual({ ...none, classification: null });
    expect(supposedContent(classed, taken).classification).toBeUndefined();
    expect(supposedOf(taken)).toEqual([{ kind: 'classification' }]);
    expect(supposedContent(classed, withoutSupposed(taken, { kind: 'classification' }))).toEqual(classed);
  });

  it('is told and undone line by line', () => {
    const changes = withFigure(changesBetween(content, other, none), figure);
    const again = withFigure(changes, { ...figure, state: 'missing' });
    expect(again.figures).toEqual([{ ...figure, state: 'missing' }]);
    expect(onlySupposed(changes, { kind: 'indicators', code: 'b' })).toEqual({
      ...none,
      indicators: changes.indicators,
    });
    expect(onlySupposed(changes, { kind: 'gates' })).toEqual({ ...none, gates: [gate] });
    const left = supposedOf(changes).reduce(withoutSupposed, changes);
    expect(left).toEqual(none);
  });
});
