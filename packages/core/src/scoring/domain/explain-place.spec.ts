import { describe, expect, it } from '@jest/globals';
import { describeStep } from '@nhip/contracts';
import { criteriaSet, indicator } from '../../testing/criteria-set.js';
import { explainPlace, explainQuota } from './explain-place.js';
import type { Comparable } from './rank-totals.js';

const band = (code: string, from: string | null, to: string | null) => ({
  code,
  names: { vi: code },
  from,
  to,
});
const content = criteriaSet([indicator('e', { maxPoints: '100' })], {
  ranking: { tieBreaks: [{ indicator: 'e', prefer: 'lower' }] },
  classification: {
    bands: [band('A', '80', null), band('B', null, '80')],
    quotas: [{ class: 'A', share: '0.5', overflow: 'B' }],
  },
});
const total = (unitId: string, points: string): Comparable => ({
  unitId,
  groupId: 'g',
  pointsNum: points,
  pointsDen: '1',
  fields: [],
  unranked: null,
  classCode: 'A',
});
const totals = [total('a', '90'), total('b', '85'), total('c', '85'), total('d', '85')];
const value = (unitId: string, of: string) => ({ unitId, indicator: 'e', valueNum: of, valueDen: '1' });
const deciding = [value('a', '1'), value('b', '2'), value('c', '3'), value('d', '3')];
const names: Record<string, { vi: string }> = {
  'unit/a': { vi: 'Phường A' },
  'unit/b': { vi: 'Phường B' },
  'unit/d': { vi: 'Phường D' },
  'indicator/e': { vi: 'Trễ hạn' },
  'class/A': { vi: 'Tốt' },
  'class/B': { vi: 'Khá' },
};
const told = (unitId: string, seesOthers = true) =>
  explainPlace(content, totals, deciding, unitId, seesOthers).map((step) =>
    describeStep(step, 'vi', (code) => names[code]),
  );

describe('why a unit has its rank', () => {
  it('names who stands above, who shares the place, and what decided between equal points', () => {
    expect(told('c')).toEqual([
      'Hạng 3 trong 4 đơn vị được xếp hạng, với 85 điểm',
      '2 đơn vị đứng trên, gần nhất là Phường B: 85 điểm',
      'Đồng hạng với Phường D',
      'Bằng điểm với Phường B; xét “Trễ hạn”: 3 so với 2, nên đứng sau',
    ]);
    expect(told('a')).toEqual([
      'Hạng 1 trong 4 đơn vị được xếp hạng, với 90 điểm',
      'Không đơn vị nào đứng trên',
    ]);
  });

  it('counts the others for a reader who may not see them', () => {
    expect(told('c', false)).toEqual([
      'Hạng 3 trong 4 đơn vị được xếp hạng, với 85 điểm',
      'Đồng hạng với 1 đơn vị',
    ]);
  });

  it('looks at the group of the unit only, and says what decided against those behind it', () => {
    const others = [total('y', '95'), total('z', '85')].map((one) => ({ ...one, groupId: 'h' }));
    const within = (unitId: string) =>
      explainPlace(content, [...others, ...totals], deciding, unitId, true).map(({ code, params }) =>
        [code, ...Object.values(params)].join(' '),
      );
    expect(within('b')).toEqual([
      'RANK 2 4 85',
      'RANK_ABOVE 1 unit/a 90',
      'RANK_DECIDED_ABOVE unit/c indicator/e 2 3',
      'RANK_DECIDED_ABOVE unit/d indicator/e 2 3',
    ]);
    expect(within('d')).toEqual([
      'RANK 3 4 85',
      'RANK_ABOVE 2 unit/b 85',
      'RANK_TIED unit/c',
      'RANK_DECIDED_BELOW unit/b indicator/e 3 2',
    ]);
  });

  it('names all who share a place, the nearest above, and what decides: a field, a value, none', () => {
    const tieBreaks = [{ field: 'f' }, { indicator: 'e', prefer: 'higher' as const }];
    const set = { ...content, ranking: { ...content.ranking, tieBreaks } };
    const inField = (one: Comparable, points: string) => ({
      ...one,
      fields: [{ field: 'f', points, applicable: '10' }],
    });
    const all = [
      inField(total('a', '85'), '3'),
      inField(total('b', '85'), '2'),
      inField(total('c', '85'), '2'),
      total('d', '85'),
      total('e', '80'),
      total('f', '80'),
      total('g', '80'),
      total('x', '70'),
      { ...total('n', '0'), pointsNum: null, pointsDen: null, unranked: null },
    ];
    const values = [value('b', '7'), value('c', '6'), value('x', '1')];
    const steps = (unitId: string) =>
      explainPlace(set, all, values, unitId, true).map(({ code, params }) =>
        [code, ...Object.values(params)].join(' '),
      );
    expect(steps('b')).toEqual([
      'RANK 2 8 85',
      'RANK_ABOVE 1 unit/a 85',
      'RANK_DECIDED_BELOW unit/a f 2 3',
      'RANK_DECIDED_ABOVE unit/c indicator/e 7 6',
      'RANK_DECIDED_ABOVE unit/d f 2 –',
    ]);
    expect(steps('d').at(-1)).toBe('RANK_DECIDED_BELOW unit/c f – 2');
    expect(steps('e')).toEqual(['RANK 5 8 80', 'RANK_ABOVE 4 unit/d 85', 'RANK_TIED unit/f unit/g']);
    expect(steps('x')).toEqual(['RANK 8 8 70', 'RANK_ABOVE 7 unit/e 80']);
    expect(steps('n')).toEqual(['UNRANKED NO_POINTS']);
    expect(steps('nobody')).toEqual([]);
  });

  it('says why there is none', () => {
    const excused = [{ ...total('x', '1'), pointsNum: null, pointsDen: null, unranked: 'EXCUSED' as const }];
    expect(
      explainPlace(content, excused, [], 'x', true).map((step) => describeStep(step, 'en', () => undefined)),
    ).toEqual(['Not ranked: excused from this cycle']);
  });
});

describe('what a quota made of a class', () => {
  const quota = (classCode: string, rank: number) =>
    explainQuota(content, 'A', { classCode, rank }, { 'peer-group': 4, administration: 4 }).map((step) =>
      describeStep(step, 'vi', (code) => names[code]),
    );
  it('says nothing of a unit without a rank, of another class, or where there are no quotas', () => {
    const ranked = { 'peer-group': 4, administration: 9 };
    expect(explainQuota(content, 'A', { classCode: 'A', rank: null }, ranked)).toEqual([]);
    expect(explainQuota(content, 'B', { classCode: 'B', rank: 3 }, ranked)).toEqual([]);
    const { classification: _, ...without } = content;
    expect(explainQuota(without, 'A', { classCode: 'A', rank: 1 }, ranked)).toEqual([]);
  });

  it('goes from quota to quota', () => {
    const quotas = [
      { class: 'A', share: '0.5', within: 'administration' as const, overflow: 'B', ties: 'out' as const },
      { class: 'B', share: '0.3', within: 'peer-group' as const, overflow: 'C', ties: 'out' as const },
    ];
    const set = { ...content, classification: { on: 'exact' as const, bands: [], quotas } };
    const ranked = { 'peer-group': 4, administration: 9 };
    const steps = (classCode: string, rank: number) =>
      explainQuota(set, 'A', { classCode, rank }, ranked).map(({ code, params }) => [
        code,
        ...Object.entries(params).map(([name, text]) => `${name}=${text}`),
      ]);
    expect(steps('C', 5)).toEqual([
      ['QUOTA', 'share=0.5', 'ranked=9', 'limit=4', 'class=class/A', 'rank=5', 'overflow=class/B'],
      ['QUOTA', 'share=0.3', 'ranked=4', 'limit=1', 'class=class/B', 'rank=5', 'overflow=class/C'],
    ]);
    expect(steps('B', 5).map(([code]) => code)).toEqual(['QUOTA', 'QUOTA_KEPT']);
    expect(steps('A', 1).map(([code]) => code)).toEqual(['QUOTA_KEPT']);
  });

  it('says the limit, and on which side of it the unit is', () => {
    expect(quota('A', 1)).toEqual([
      'Tối đa 0,5 của 4 đơn vị trong khối, tức 2, được xếp “Tốt”; hạng 1 nằm trong số đó',
    ]);
    expect(quota('B', 3)).toEqual([
      'Tối đa 0,5 của 4 đơn vị trong khối, tức 2, được xếp “Tốt”; đơn vị hạng 3 xếp “Khá”',
    ]);
  });
});
