import { describe, expect, it } from '@jest/globals';
import { Ratio } from '../../shared/index.js';
import { criteriaSet, indicator } from '../../testing/criteria-set.js';
import {
  comparedResults,
  decidingIndicators,
  rankTotals,
  ratioOf,
  type Comparable,
  type DecidingValue,
} from './rank-totals.js';

const band = (code: string, from: string | null, to: string | null) => ({
  code,
  names: { vi: code },
  from,
  to,
});
const content = criteriaSet([indicator('e'), indicator('f')], {
  ranking: {
    within: 'peer-group',
    tieBreaks: [{ field: 'field' }, { indicator: 'f', prefer: 'lower' }, { indicator: 'e' }],
  },
  classification: {
    bands: [band('A', '5', null), band('B', null, '5')],
    quotas: [{ class: 'A', share: '0.5', overflow: 'B' }],
  },
});
const total = (unitId: string, points: string | null, rest: Partial<Comparable> = {}): Comparable => ({
  unitId,
  groupId: 'g',
  pointsNum: points,
  pointsDen: points === null ? null : '2',
  fields: [{ field: 'field', points: '3/2', applicable: '10/1' }],
  unranked: null,
  classCode: 'A',
  ...rest,
});
const value = (unitId: string, of: string, text: string | null): DecidingValue => ({
  unitId,
  indicator: of,
  valueNum: text,
  valueDen: text === null ? null : '1',
});

describe('a ratio as it is stored', () => {
  it('is absent where a part is', () => {
    expect(ratioOf('3', '2')).toEqual(Ratio.of('3/2'));
    expect([ratioOf(null, '2'), ratioOf('3', null), ratioOf(null, null)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('what breaks ties', () => {
  it('names the indicators that do', () => {
    expect(decidingIndicators(content)).toEqual(['f', 'e']);
    expect(decidingIndicators(criteriaSet([indicator('e')]))).toEqual([]);
  });

  it('is the points of fields and the values of indicators, turned round where the lower is preferred', () => {
    const [first, second] = comparedResults(
      content,
      [total('a', '17'), total('b', null, { unranked: 'UNSETTLED', fields: [] })],
      [value('a', 'e', '7'), value('a', 'f', '4'), value('b', 'e', null), value('b', 'f', '5')],
    );
    expect(first).toEqual({
      unitId: 'a',
      groupId: 'g',
      points: Ratio.of('17/2'),
      unranked: undefined,
      tieBreaks: [Ratio.of('3/2'), Ratio.of(-4), Ratio.of(7)],
    });
    expect(second).toEqual({
      unitId: 'b',
      groupId: 'g',
      points: undefined,
      unranked: 'UNSETTLED',
      tieBreaks: [undefined, Ratio.of(-5), undefined],
    });
    expect(comparedResults(content, [total('a', '17')], [])[0]?.tieBreaks).toEqual([
      Ratio.of('3/2'),
      undefined,
      undefined,
    ]);
  });

  it('is looked at among the rounded points where the set ranks on them, in one group for all or in none', () => {
    const on = (ranking: object) =>
      comparedResults(
        { ...content, ranking: { ...content.ranking, tieBreaks: [], ...ranking } },
        [{ ...total('a', '17'), pointsDen: '3', groupId: null }],
        [],
      )[0];
    expect(on({})).toMatchObject({ groupId: null, points: Ratio.of('17/3'), unranked: undefined });
    expect(on({ on: 'rounded' })?.points).toEqual(Ratio.of('5.67'));
    const capped = { ...content, totals: { ...content.totals, highest: '5.665' } };
    const atTop = { ...total('a', '1133'), pointsDen: '200' };
    const [top] = comparedResults({ ...capped, ranking: { ...content.ranking, on: 'rounded' } }, [atTop], []);
    expect(top?.points).toEqual(Ratio.of('5.665'));
    expect(on({ within: 'administration' })).toMatchObject({ groupId: '', unranked: undefined });
    expect(on({ within: 'none' })).toMatchObject({ unranked: 'NOT_RANKED' });
  });
});

describe('places from totals', () => {
  it('are given by points, then by what breaks ties, with the classes that quotas leave', () => {
    const placed = rankTotals(
      content,
      [
        total('a', '17'),
        total('b', '18'),
        total('c', '17'),
        total('d', null, { unranked: 'EXCUSED', classCode: null }),
        total('e', '16', { groupId: 'h' }),
        total('x', '1'),
      ],
      [value('a', 'f', '2'), value('c', 'f', '1')],
    );
    expect([...placed]).toEqual([
      ['a', { rank: 3, tied: false, ranked: 4, unranked: null, classCode: 'B' }],
      ['b', { rank: 1, tied: false, ranked: 4, unranked: null, classCode: 'A' }],
      ['c', { rank: 2, tied: false, ranked: 4, unranked: null, classCode: 'A' }],
      ['d', { rank: null, tied: false, ranked: 4, unranked: 'EXCUSED', classCode: null }],
      ['e', { rank: 1, tied: false, ranked: 1, unranked: null, classCode: 'B' }],
      ['x', { rank: 4, tied: false, ranked: 4, unranked: null, classCode: 'B' }],
    ]);
  });
});
