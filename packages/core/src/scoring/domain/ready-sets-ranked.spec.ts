import { describe, expect, it } from '@jest/globals';
import { criteriaSetContent } from '@nhip/contracts';
import { readyCriteriaSets } from '../../criteria/index.js';
import { Ratio } from '../../shared/index.js';
import { applyQuotas } from './apply-quotas.js';
import { contendersOf } from './contenders.js';
import { rankUnits } from './rank-units.js';

const council = criteriaSetContent.parse(
  readyCriteriaSets().find(({ code }) => code === 'HDND-KHUNG')?.content,
);

/** Total, bonus and group V of units of one group → rank and class. */
function ranked(units: readonly (readonly [unitId: string, total: string, bonus: string, groupV: string])[]) {
  const places = rankUnits(
    contendersOf(
      council,
      units.map(([unitId, total, bonus, groupV]) => ({
        unitId,
        groupId: 'xa',
        points: Ratio.of(total),
        unranked: undefined,
        fields: new Map([
          ['VIII', Ratio.of(bonus)],
          ['V', Ratio.of(groupV)],
        ]),
        values: new Map(),
      })),
    ),
  );
  const classed = units.map(([unitId, total]) => ({
    unitId,
    groupId: 'xa',
    rank: places.get(unitId)?.rank ?? null,
    classCode: Ratio.of(total).compare(Ratio.of(90)) >= 0 ? 'xuat-sac' : 'tot',
  }));
  const changed = applyQuotas(classed, council.classification);
  return classed.map(({ unitId, rank, classCode }) => [
    unitId,
    rank,
    changed.get(unitId)?.classCode ?? classCode,
  ]);
}

describe("the frame of People's Councils: at most 25 % of a group are Excellent", () => {
  it('of nine units two, by total, then bonus, then group V; the others are Good', () => {
    const result = ranked([
      ['a', '95', '0', '18'],
      ['b', '94', '3', '16'],
      ['c', '94', '5', '16'],
      ['d', '94', '3', '17'],
      ...['e', 'f', 'g', 'h', 'i'].map((unitId) => [unitId, '85', '0', '16'] as const),
    ]);
    expect(result.slice(0, 4)).toEqual([
      ['a', 1, 'xuat-sac'],
      ['b', 4, 'tot'],
      ['c', 2, 'xuat-sac'],
      ['d', 3, 'tot'],
    ]);
  });

  it('units that nothing tells apart across the limit all fall to Good', () => {
    const result = ranked([
      ['a', '94', '3', '16'],
      ['b', '94', '3', '16'],
      ['c', '85', '0', '16'],
      ['d', '84', '0', '16'],
    ]);
    expect(result.map(([, rank, classCode]) => [rank, classCode])).toEqual([
      [1, 'tot'],
      [1, 'tot'],
      [3, 'tot'],
      [4, 'tot'],
    ]);
  });

  it('of three units none: 25 % of 3 is less than one', () => {
    expect(
      ranked([
        ['a', '99', '9', '20'],
        ['b', '85', '0', '16'],
        ['c', '80', '0', '16'],
      ])[0],
    ).toEqual(['a', 1, 'tot']);
  });
});
