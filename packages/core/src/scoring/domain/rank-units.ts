import type { UnrankedReason } from '../../criteria/index.js';
import type { Ratio } from '../../shared/index.js';

/** A unit as the ranking sees it. */
export interface Contender {
  readonly unitId: string;
  /** Peer group; null belongs to none. */
  readonly groupId: string | null;
  /** Exact points, or as rounded where the set ranks on the rounded ones; absent where there are none. */
  readonly points?: Ratio | undefined;
  /** Deciding values between equal points, in order, the higher the better; undefined is below everything. */
  readonly tieBreaks: readonly (Ratio | undefined)[];
  readonly unranked?: UnrankedReason | undefined;
}

export interface Place {
  /** 1-2-2-4 within the group; null for a unit without a place. */
  readonly rank: number | null;
  /** Another unit has the same rank. */
  readonly tied: boolean;
  /** How many units of the group have a rank. */
  readonly ranked: number;
  readonly unranked: UnrankedReason | null;
}

/**
 * Standard competition ranking within peer groups: units that nothing tells apart share a rank, and the next one is
 * as far down as there are units above it. Groups never mix.
 */
export function rankUnits(contenders: readonly Contender[]): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const groups = new Map<string, Contender[]>();
  for (const contender of contenders) {
    const unranked = contender.unranked ?? (contender.points === undefined ? 'NO_POINTS' : undefined);
    if (contender.groupId !== null && unranked === undefined) {
      const group = groups.get(contender.groupId);
      if (group === undefined) groups.set(contender.groupId, [contender]);
      else group.push(contender);
    } else {
      places.set(contender.unitId, {
        rank: null,
        tied: false,
        ranked: 0,
        unranked: unranked ?? 'NO_GROUP',
      });
    }
  }
  for (const group of groups.values()) rankGroup(group, places);
  const sizes = new Map([...groups].map(([groupId, group]) => [groupId, group.length]));
  for (const { unitId, groupId } of contenders) {
    const place = places.get(unitId);
    if (place?.rank === null) places.set(unitId, { ...place, ranked: sizes.get(groupId ?? '') ?? 0 });
  }
  return places;
}

function rankGroup(group: Contender[], places: Map<string, Place>): void {
  group.sort(better);
  let rank = 1;
  group.forEach((contender, index) => {
    const above = group[index - 1];
    const below = group[index + 1];
    const equalsAbove = above !== undefined && better(above, contender) === 0;
    if (!equalsAbove) rank = index + 1;
    const tied = equalsAbove || (below !== undefined && better(contender, below) === 0);
    places.set(contender.unitId, { rank, tied, ranked: group.length, unranked: null });
  });
}

/** Negative where `a` stands above `b`. */
function better(a: Contender, b: Contender): number {
  const points = compareDown(a.points, b.points);
  if (points !== 0) return points;
  for (let index = 0; index < a.tieBreaks.length; index += 1) {
    const order = compareDown(a.tieBreaks[index], b.tieBreaks[index]);
    if (order !== 0) return order;
  }
  return 0;
}

function compareDown(a: Ratio | undefined, b: Ratio | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
  return b.compare(a);
}
