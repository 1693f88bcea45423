import { describe, expect, it } from '@jest/globals';
import { criteriaSetContent } from './criteria.js';
import { supposedContent, type WhatIfChanges } from './what-if.js';

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
  classification: { bands: [{ code: 'A', names, from: null, to: null }] },
});
const nothing: WhatIfChanges = { indicators: [], fields: [], figures: [] };
const [a, b] = content.indicators;
const [field] = content.fields;
if (a === undefined || b === undefined || field === undefined) throw new Error('no indicators');

describe('supposed criteria', () => {
  it('are those of the set where nothing is supposed', () => {
    expect(supposedContent(content, nothing)).toEqual(content);
  });

  it('have what is supposed in the place of what is, and the rest as it is', () => {
    const heavier = { ...b, weight: '3' };
    const capped = { ...field, cap: '5' };
    const totals = { ...content.totals, highest: '15' };
    const ranking = { ...content.ranking, on: 'rounded' as const };
    const gates = [{ code: 'g', names: { vi: 'g' }, blanks: 'missing' as const, effect: { down: 1 } }];
    const classification = { on: 'exact' as const, bands: [], quotas: [] };
    expect(supposedContent(content, { ...nothing, indicators: [heavier] })).toEqual({
      ...content,
      indicators: [a, heavier],
    });
    expect(supposedContent(content, { ...nothing, fields: [capped] })).toEqual({
      ...content,
      fields: [capped],
    });
    const others = { totals, ranking, gates, classification };
    expect(supposedContent(content, { ...nothing, ...others })).toEqual({ ...content, ...others });
  });

  it('have no classes where none are supposed, and those of the set where nothing is said of them', () => {
    expect(supposedContent(content, { ...nothing, classification: null }).classification).toBeUndefined();
    expect(supposedContent(content, { ...nothing, gates: [] }).classification).toEqual(
      content.classification,
    );
  });

  it('have nothing added that they did not have', () => {
    expect(supposedContent(content, { ...nothing, indicators: [{ ...a, code: 'c' }] })).toEqual(content);
  });
});
