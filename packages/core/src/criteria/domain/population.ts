import type { Rule } from '@nhip/contracts';
import type { Ratio } from '../../shared/index.js';
import type { UnitFigures } from './figures.js';
import type { Trace } from './trace.js';

export type RelativeRule = Extract<Rule, { type: 'relative-min-max' | 'relative-rank' }>;

/** Whom a unit is compared with; without a peer group with nobody. */
export type PeerScope = RelativeRule['within'];

/** Values of an indicator among peers, in ascending order. */
export type Peers = readonly Ratio[];

/** What relative rules need to know of other units: values by indicator and group. */
export type Population = ReadonlyMap<string, ReadonlyMap<string, Peers>>;

/** The unit among its peers, for rules that compare; without a population they give no points. */
export interface Peer {
  readonly unit: UnitFigures;
  readonly population: Population | undefined;
}

/** Points of an exact value, before they are held to the maximum; undefined where they cannot be given yet. */
export type PointsOf = (value: Ratio, trace?: Trace, peer?: Peer) => Ratio | undefined;

const EVERYBODY = '';

/** The group whose values count; undefined for a unit that has none to be compared in. */
const groupOf = (within: PeerScope, { groupId }: UnitFigures): string | undefined =>
  within === 'administration' ? EVERYBODY : (groupId ?? undefined);

/** The values a unit is compared with, its own among them: alone where it has no group. */
export function peersOf(
  population: Population,
  indicator: string,
  within: PeerScope,
  unit: UnitFigures,
  own: Ratio,
): Peers {
  const group = groupOf(within, unit);
  return (group === undefined ? undefined : population.get(indicator)?.get(group)) ?? [own];
}

/** An indicator with a relative rule, and how its value is read. */
export interface RelativeIndicator {
  readonly code: string;
  readonly within: PeerScope;
  readonly valueOf: (unit: UnitFigures) => Ratio | undefined;
}

/** The first of the two passes of relative rules, unit by unit: units without a value are nobody's peers. */
export class PopulationCount {
  private readonly values = new Map<string, Map<string, Ratio[]>>();

  constructor(private readonly relative: readonly RelativeIndicator[]) {
    for (const { code } of relative) this.values.set(code, new Map());
  }

  add(unit: UnitFigures): void {
    for (const { code, within, valueOf } of this.relative) {
      const group = groupOf(within, unit);
      const value = group === undefined ? undefined : valueOf(unit);
      if (group === undefined || value === undefined) continue;
      const groups = this.values.get(code);
      const peers = groups?.get(group);
      if (peers === undefined) groups?.set(group, [value]);
      else peers.push(value);
    }
  }

  done(): Population {
    for (const groups of this.values.values()) {
      for (const peers of groups.values()) peers.sort((a, b) => a.compare(b));
    }
    return this.values;
  }
}
