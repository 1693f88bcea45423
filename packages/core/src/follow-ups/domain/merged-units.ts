import type { Day } from '../../shared/index.js';

/** A unit became part of another. */
export interface Merger {
  readonly from: string;
  readonly to: string;
  /** First day on which it is part of it. */
  readonly on: Day;
  /** The whole of it, and nowhere else: its figures are wholly the other's. */
  readonly whole: boolean;
}

export interface Mergers {
  readonly list: readonly Merger[];
  /** First day of each unit; those not named were always there. */
  readonly since: ReadonlyMap<string, Day>;
}

/**
 * Whose figures of a day make up the unit as it is now: its own, where it was there, and those of the units merged into it
 * since, and into those. Undefined where a part of a unit came to it: no figure says how much of the value came along.
 */
export function membersOn(unitId: string, asOf: Day, mergers: Mergers): readonly string[] | undefined {
  const members = new Set<string>();
  const met = new Set<string>();
  const ahead = [unitId];
  for (let one = ahead.pop(); one !== undefined; one = ahead.pop()) {
    if (met.has(one)) continue;
    met.add(one);
    if ((mergers.since.get(one) ?? asOf) <= asOf) members.add(one);
    for (const { from, to, on, whole } of mergers.list) {
      if (to !== one || on <= asOf) continue;
      if (!whole) return undefined;
      ahead.push(from);
    }
  }
  return [...members].sort();
}
