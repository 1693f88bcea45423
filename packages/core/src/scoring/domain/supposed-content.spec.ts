import { describe, expect, it } from '@jest/globals';
import type { WhatIfChanges } from '@nhip/contracts';
import { DomainError } from '../../shared/index.js';
import { criteriaSet, indicator } from '../../testing/criteria-set.js';
import { changesCount, remarksOnSupposed } from './supposed-content.js';

const content = criteriaSet([indicator('a'), indicator('b')], {
  classification: { bands: [{ code: 'A', names: { vi: 'A' }, from: null, to: null }] },
});
const nothing: WhatIfChanges = { indicators: [], fields: [], figures: [] };
const [a, b] = content.indicators;
if (a === undefined || b === undefined) throw new Error('no indicators');
const refused = (work: () => unknown): DomainError => {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error;
  }
  throw new Error('nothing was refused');
};

describe('remarks on supposed criteria', () => {
  it('tell what an issued set may not have, as long as points can be computed', () => {
    expect(remarksOnSupposed(content, nothing)).toEqual([]);
    const totals = { ...content.totals, maxPoints: '21' };
    const sums = remarksOnSupposed(content, { ...nothing, totals });
    expect(sums.map(({ code, severity }) => [code, severity])).toEqual([['SUM_DIFFERS', 'error']]);
    const bands = (...limits: [string | null, string | null, string][]) =>
      remarksOnSupposed(content, {
        ...nothing,
        indicators: [
          {
            ...b,
            rule: {
              type: 'bands',
              on: 'exact',
              bands: limits.map(([from, to, points]) => ({ from, to, points })),
            },
          },
        ],
      }).map(({ code }) => code);
    expect(bands([null, '50', '0'], ['60', null, '10'])).toEqual(['BANDS_GAP']);
    expect(bands([null, '50', '0'], ['50', null, '11'])).toContain('BAND_POINTS_OUTSIDE');
    expect(bands([null, '50', '0'], ['50', null, '9'])).toEqual(['MAX_NOT_REACHED']);
    expect(bands([null, '50', '0'], ['50', '100', '5'], ['101', null, '10'])).toContain('BANDS_GAP');
  });

  it('refuse an object that the set does not have', () => {
    const [field] = content.fields;
    if (field === undefined) throw new Error('no field');
    const unknown: Partial<WhatIfChanges>[] = [
      { indicators: [b, { ...a, code: 'c' }] },
      { fields: [{ ...field, code: 'c' }] },
    ];
    for (const changes of unknown) {
      const error = refused(() => remarksOnSupposed(content, { ...nothing, ...changes }));
      expect([error.code, error.params]).toEqual(['WHAT_IF_UNKNOWN', { code: 'c' }]);
    }
  });

  it('refuse criteria that no points can be computed with, naming the place and every error', () => {
    const error = refused(() =>
      remarksOnSupposed(content, {
        ...nothing,
        indicators: [{ ...b, numerator: { plus: ['nowhere'], minus: [] } }],
        totals: { ...content.totals, maxPoints: '21' },
      }),
    );
    expect(error.code).toBe('WHAT_IF_NOT_COMPUTABLE');
    const { first, remarks } = error.params as { first: string; remarks: string };
    expect(first).toMatch(/^indicators\.1\.numerator\S*: .*nowhere/);
    const all = JSON.parse(remarks) as { code: string; severity: string }[];
    expect(all.map(({ code }) => code)).toEqual(expect.arrayContaining(['ELEMENT_UNKNOWN', 'SUM_DIFFERS']));
    expect(all.filter(({ severity }) => severity !== 'error')).toEqual([]);
  });
});

describe('how much is supposed', () => {
  it('counts each object and figure once, and each list as one', () => {
    const figure = { unitId: 'u', element: 'a-part', figure: { state: 'missing' } };
    expect(changesCount(nothing)).toBe(0);
    expect(
      changesCount({
        ...nothing,
        indicators: [a, b],
        fields: content.fields,
        figures: [figure, figure, figure] as unknown as WhatIfChanges['figures'],
      }),
    ).toBe(6);
    expect(
      changesCount({ ...nothing, gates: [], totals: content.totals, ranking: undefined, indicators: [a] }),
    ).toBe(3);
  });
});
