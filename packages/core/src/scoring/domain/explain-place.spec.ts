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
  it('says the limit, and on which side of it the unit is', () => {
    expect(quota('A', 1)).toEqual([
      'Tối đa 0,5 của 4 đơn vị trong khối, tức 2, được xếp “Tốt”; hạng 1 nằm trong số đó',
    ]);
    expect(quota('B', 3)).toEqual([
      'Tối đa 0,5 của 4 đơn vị trong khối, tức 2, được xếp “Tốt”; đơn vị hạng 3 xếp “Khá”',
    ]);
  });
});
