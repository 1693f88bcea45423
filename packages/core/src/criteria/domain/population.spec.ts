import { describe, expect, it } from '@jest/globals';
import { Ratio } from '../../shared/index.js';
import { criteriaSet, indicator } from '../../testing/criteria-set.js';
import { compileSet } from './compile-set.js';
import type { UnitFigures } from './figures.js';
import { peersOf, PopulationCount, type RelativeIndicator } from './population.js';

const unit = (groupId: string | null, value?: string): UnitFigures => ({
  unitType: 'ward',
  groupId,
  months: undefined,
  figures: new Map(value === undefined ? [] : [['v', { state: 'value', value: Ratio.of(value) }]]),
});
const valueOf = ({ figures }: UnitFigures): Ratio | undefined => {
  const figure = figures.get('v');
  return figure?.state === 'value' ? figure.value : undefined;
};
const relative: RelativeIndicator[] = [
  { code: 'group', within: 'peer-group', valueOf },
  { code: 'all', within: 'administration', valueOf },
];
const counted = (units: readonly UnitFigures[]) => {
  const count = new PopulationCount(relative);
  for (const one of units) count.add(one);
  return count.done();
};
const own = Ratio.of(7);
const peers = (population: ReturnType<typeof counted>, code: 'group' | 'all', of: UnitFigures) =>
  peersOf(population, code, code === 'all' ? 'administration' : 'peer-group', of, own).map(String);

describe('the peers of a unit', () => {
  const population = counted([
    unit('a', '9'),
    unit('b', '1'),
    unit('a', '3'),
    unit(null, '5'),
    unit('a'),
    unit('b', '1'),
  ]);

  it('are the units of its group that have a value, in ascending order', () => {
    expect(peers(population, 'group', unit('a'))).toEqual(['3/1', '9/1']);
    expect(peers(population, 'group', unit('b'))).toEqual(['1/1', '1/1']);
  });

  it('are all that have one, with or without a group, within the administration', () => {
    for (const groupId of ['a', null])
      expect(peers(population, 'all', unit(groupId))).toEqual(['1/1', '1/1', '3/1', '5/1', '9/1']);
  });

  it('are none but itself without a group, or in one where nobody has a value', () => {
    expect(peers(population, 'group', unit(null))).toEqual(['7/1']);
    expect(peers(population, 'group', unit('c'))).toEqual(['7/1']);
    expect(peers(counted([]), 'all', unit('a'))).toEqual(['7/1']);
    expect(peers(new Map(), 'all', unit('a'))).toEqual(['7/1']);
  });

  it('without a group count in no group', () => {
    expect([...(counted([unit(null, '5')]).get('group') ?? [])]).toEqual([]);
  });
});

describe('a set', () => {
  it('needs to know the peers for its relative rules only', () => {
    const rank = { type: 'relative-rank' as const, whenAlone: '5', within: 'administration' as const };
    const { relative: found } = compileSet(criteriaSet([indicator('a'), indicator('b', { rule: rank })]));
    expect(found.map(({ code, within }) => [code, within])).toEqual([['b', 'administration']]);
  });
});
