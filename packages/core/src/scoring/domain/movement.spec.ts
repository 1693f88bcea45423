import { describe, expect, it } from '@jest/globals';
import { day, type Period } from '../../shared/index.js';
import { movementOf, whyIncomparable, type Ranked } from './movement.js';

const period = (year: number, rest: Partial<Period> = {}): Period => ({
  preset: 'calendar',
  kind: 'nine-months',
  start: day(`${year}-01-01`),
  end: day(`${year}-09-30`),
  asOf: day(`${year}-09-30`),
  ...rest,
});
const ranking = (rest: Partial<Ranked> = {}): Ranked => ({
  criteriaHash: 'h',
  period: period(2022),
  final: true,
  ...rest,
});

describe('movement against an earlier ranking', () => {
  it.each<[string, Ranked | undefined, string | undefined]>([
    ['same criteria, same kind of period', ranking({ period: period(2021) }), undefined],
    ['none', undefined, 'NO_EARLIER'],
    ['still open', ranking({ final: false }), 'NOT_FINAL'],
    ['another version of the criteria', ranking({ criteriaHash: 'x' }), 'CRITERIA_DIFFER'],
    ['another kind of period', ranking({ period: period(2021, { kind: 'year' }) }), 'PERIOD_DIFFERS'],
  ])('%s', (_name, earlier, reason) => {
    expect(whyIncomparable(ranking({ final: false }), earlier)).toBe(reason);
  });

  const at = (rank: number | null, groupId = 'g') => ({ rank, groupId });
  it('counts places up and down within the same group', () => {
    expect(movementOf(at(3), at(4), undefined)).toStrictEqual({ comparable: true, places: 1, from: 4 });
    expect(movementOf(at(3), at(1), undefined)).toEqual({ comparable: true, places: -2, from: 1 });
  });
  it('says where the earlier rank was published elsewhere', () => {
    expect(movementOf(at(3), { ...at(4), published: true }, undefined)).toEqual({
      comparable: true,
      places: 1,
      from: 4,
      published: true,
    });
  });
  it.each([
    ['the rankings differ', at(1), at(2), 'CRITERIA_DIFFER' as const, 'CRITERIA_DIFFER'],
    ['the unit was not there', at(1), undefined, undefined, 'UNIT_NOT_THERE'],
    ['it was in another group', at(1), at(2, 'h'), undefined, 'GROUP_DIFFERS'],
    ['it has no rank now', at(null), at(2), undefined, 'UNRANKED'],
    ['it had no rank then', at(1), at(null), undefined, 'UNRANKED'],
  ])('is not given where %s', (_name, now, earlier, incomparable, reason) => {
    expect(movementOf(now, earlier, incomparable)).toEqual({ comparable: false, reason });
  });
});
