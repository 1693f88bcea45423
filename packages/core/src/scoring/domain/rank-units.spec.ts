import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Ratio } from '../../shared/index.js';
import { rankUnits, type Contender } from './rank-units.js';

const contender = (unitId: string, points: string | undefined, rest: Partial<Contender> = {}): Contender => ({
  unitId,
  groupId: 'g',
  points: points === undefined ? undefined : Ratio.of(points),
  tieBreaks: [],
  ...rest,
});
const ranks = (contenders: readonly Contender[]): (number | null)[] => {
  const places = rankUnits(contenders);
  return contenders.map(({ unitId }) => places.get(unitId)?.rank ?? null);
};

describe('ranks within peer groups', () => {
  it('go 1-2-2-4', () => {
    const four = [contender('a', '90'), contender('b', '80'), contender('c', '80'), contender('d', '70')];
    expect(ranks(four)).toEqual([1, 2, 2, 4]);
    const places = rankUnits(four);
    expect([...four].map(({ unitId }) => places.get(unitId)?.tied)).toEqual([false, true, true, false]);
  });

  it('see differences no decimals show', () => {
    expect(ranks([contender('a', '1/3'), contender('b', '0.3333333333333333')])).toEqual([1, 2]);
  });

  it('never cross groups', () => {
    const two = [contender('a', '10'), contender('b', '90', { groupId: 'h' }), contender('c', '5')];
    expect(ranks(two)).toEqual([1, 1, 2]);
    expect(rankUnits(two).get('a')?.ranked).toBe(2);
  });

  it('are decided by the first tie-break that differs; without one they stay tied', () => {
    const tie = (unitId: string, ...values: (string | undefined)[]): Contender =>
      contender(unitId, '80', {
        tieBreaks: values.map((value) => (value === undefined ? undefined : Ratio.of(value))),
      });
    expect(
      ranks([tie('a', '1', '5'), tie('b', '2', '1'), tie('c', '1', '7'), tie('d', undefined, '9')]),
    ).toEqual([3, 1, 2, 4]);
    expect(ranks([tie('a', undefined), tie('b', undefined)])).toEqual([1, 1]);
  });

  it('are none for a unit with a reason, without points, or without a group, and none is lost by that', () => {
    const places = rankUnits([
      contender('a', '10'),
      contender('b', '90', { unranked: 'EXCUSED' }),
      contender('c', undefined),
      contender('d', '50', { groupId: null }),
    ]);
    expect(places.get('a')).toEqual({ rank: 1, tied: false, ranked: 1, unranked: null });
    expect(places.get('b')).toEqual({ rank: null, tied: false, ranked: 1, unranked: 'EXCUSED' });
    expect(places.get('c')?.unranked).toBe('NO_POINTS');
    expect(places.get('d')).toEqual({ rank: null, tied: false, ranked: 0, unranked: 'NO_GROUP' });
  });

  const points = fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 4 }));
  const entry = fc.record({
    points: fc.option(points, { nil: undefined, freq: 8 }),
    groupId: fc.constantFrom('g', 'h', null),
    tieBreak: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
  });

  it('property: a rank is one more than the units of the group that are better', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 30 }), (entries) => {
        const contenders = entries.map(({ points: p, groupId, tieBreak }, index) =>
          contender(`u${index}`, p && `${p[0]}/${p[1]}`, {
            groupId,
            tieBreaks: [tieBreak === undefined ? undefined : Ratio.of(tieBreak)],
          }),
        );
        const places = rankUnits(contenders);
        expect(places.size).toBe(contenders.length);
        const key = (index: number): number | undefined => {
          const { points: p, groupId, tieBreak } = entries[index] ?? {};
          // Exact in binary: twelfths below 100, and tie-breaks far below a twelfth.
          return p && groupId !== null ? (p[0] * 12 * 10) / p[1] + (tieBreak ?? -1) : undefined;
        };
        contenders.forEach(({ unitId, groupId }, index) => {
          const own = key(index);
          const place = places.get(unitId);
          if (own === undefined) return expect(place?.rank).toBeNull();
          const others = contenders.flatMap((other, at) =>
            other.groupId === groupId && at !== index ? [key(at)] : [],
          );
          const better = others.filter((other) => other !== undefined && other > own).length;
          expect(place?.rank).toBe(better + 1);
          expect(place?.tied).toBe(others.includes(own));
        });
      }),
      { numRuns: Number(process.env['NHIP_CASES'] ?? 1000) },
    );
  });

  it('property: the order of the units changes nothing', () => {
    fc.assert(
      fc.property(fc.array(points, { maxLength: 20 }), (all) => {
        const contenders = all.map(([n, d], index) => contender(`u${index}`, `${n}/${d}`));
        const straight = rankUnits(contenders);
        const reversed = rankUnits(contenders.toReversed());
        for (const { unitId } of contenders) expect(reversed.get(unitId)).toEqual(straight.get(unitId));
      }),
    );
  });
});
