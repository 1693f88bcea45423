import { describe, expect, it } from '@jest/globals';
import { contentHash } from './content-hash.js';
import { criteriaSet, element, indicator } from '../../testing/criteria-set.js';
import { namesIn } from './names-in.js';
import { criterionOf, indicatorsIn, indicatorsOf, indicatorsUnder } from './tree.js';

const names = (vi: string) => ({ names: { vi } });
const content = criteriaSet(
  ['a', 'b', 'c', 'd'].map((code) => indicator(code)),
  {
    fields: [
      {
        code: 'f',
        ...names('F'),
        criteria: [
          {
            code: 'f1',
            ...names('F1'),
            indicators: ['a'],
            subCriteria: [
              { code: 'f1s', ...names('F1S'), indicators: ['b'] },
              { code: 'f1t', ...names('F1T'), indicators: ['c'] },
            ],
          },
          { code: 'f2', ...names('F2'), indicators: ['d'] },
        ],
      },
    ],
  },
);
const [field] = content.fields;
if (field === undefined) throw new Error('no field');

describe('the tree of criteria', () => {
  it('gives indicators in its order', () => {
    expect(indicatorsOf(field)).toEqual(['a', 'b', 'c', 'd']);
    expect(field.criteria.map(indicatorsIn)).toEqual([['a', 'b', 'c'], ['d']]);
  });

  it('gives those under a criterion or a sub-criterion', () => {
    expect(indicatorsUnder(content, 'f1')).toEqual(['a', 'b', 'c']);
    expect(indicatorsUnder(content, 'f1t')).toEqual(['c']);
    expect(indicatorsUnder(content, 'f2')).toEqual(['d']);
    expect(indicatorsUnder(content, 'nowhere')).toEqual([]);
  });

  it('knows the criterion of an indicator', () => {
    expect(['a', 'c', 'd', 'nowhere'].map((code) => criterionOf(content, code))).toEqual([
      'f1',
      'f1',
      'f2',
      undefined,
    ]);
  });
});

describe('the names of a set', () => {
  it('stand under the keys that steps have for them', () => {
    const part = {
      code: 'p',
      ...names('P'),
      numerator: { plus: ['x'] },
      shownAs: 'number' as const,
      rule: { type: 'bonus' as const, perEvent: '1' },
      maxPoints: '10',
    };
    const level = (vi: string, points: string) => ({ ...names(vi), points });
    const set = {
      ...content,
      ...criteriaSet(
        [
          indicator('a', { ...names('A'), rule: { type: 'composed', parts: [part] } }),
          indicator('b', {
            ...names('B'),
            rule: { type: 'levels', levels: [level('một', '10'), level('hai', '5')] },
          }),
        ],
        {
          fields: content.fields,
          dataElements: [element('x', names('X'))],
          gates: [{ code: 'g', ...names('G'), effect: { zero: 'total' } }],
          classification: { bands: [{ code: 'k', ...names('K'), from: null, to: null }] },
        },
      ),
    };
    expect(namesIn(set)).toEqual(
      Object.fromEntries(
        Object.entries({
          x: 'X',
          f: 'F',
          'gate/g': 'G',
          'class/k': 'K',
          'indicator/a': 'A',
          'indicator/b': 'B',
          'criterion/f1': 'F1',
          'criterion/f1s': 'F1S',
          'criterion/f1t': 'F1T',
          'criterion/f2': 'F2',
          'part/a/p': 'P',
          'level/b/1': 'một',
          'level/b/2': 'hai',
        }).map(([key, vi]) => [key, { vi }]),
      ),
    );
    const { classification: _, ...without } = set;
    expect(Object.keys(namesIn(without)).filter((key) => key.startsWith('class'))).toEqual([]);
  });
});

describe('the hash of a set', () => {
  it('is SHA-256 in hexadecimal, whatever the order of the keys', () => {
    const backwards = Object.fromEntries(Object.entries(content).toReversed()) as unknown as typeof content;
    expect(contentHash(content)).toMatch(/^[0-9a-f]{64}$/);
    expect(contentHash(backwards)).toBe(contentHash(content));
    expect(contentHash({ ...content, totals: { ...content.totals, lowest: '1' } })).not.toBe(
      contentHash(content),
    );
  });
});
