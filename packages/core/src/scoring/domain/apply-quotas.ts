import type { Classification, Quota, TraceStep } from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';

/** A unit with its place and the class its points and gates give. */
export interface ClassedUnit {
  readonly unitId: string;
  readonly groupId: string | null;
  /** Null for a unit without a place: it is outside the quota and does not count for it. */
  readonly rank: number | null;
  readonly classCode: string | null;
}

/** What a quota made of a unit, with the step that says why. */
export interface QuotaResult {
  readonly classCode: string;
  readonly step: TraceStep;
}

const EVERYBODY = '';

/**
 * Units whose class a quota changes. In each group at most floor(share · ranked units) keep the class, in order of
 * rank; where units of one rank stand across the limit, all of them keep it (`in`) or none does (`out`). Quotas act
 * in their order, so that what falls out of one class counts for the quota of the next.
 */
export function applyQuotas(
  units: readonly ClassedUnit[],
  classification: Classification | undefined,
): ReadonlyMap<string, QuotaResult> {
  const results = new Map<string, QuotaResult>();
  for (const quota of classification?.quotas ?? []) {
    for (const group of groupsOf(units, quota)) applyTo(group, quota, results);
  }
  return results;
}

type Ranked = ClassedUnit & { readonly rank: number };

function groupsOf(units: readonly ClassedUnit[], { within }: Quota): Iterable<Ranked[]> {
  const groups = new Map<string, Ranked[]>();
  for (const unit of units) {
    const { rank, groupId } = unit;
    const key = within === 'administration' ? EVERYBODY : groupId;
    if (rank === null || key === null) continue;
    const ranked = { ...unit, rank };
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [ranked]);
    else group.push(ranked);
  }
  return groups.values();
}

function applyTo(group: readonly Ranked[], quota: Quota, results: Map<string, QuotaResult>): void {
  const limit = Number(Ratio.of(quota.share).times(Ratio.of(group.length)).floor());
  const holders = group
    .filter(({ unitId, classCode }) => (results.get(unitId)?.classCode ?? classCode) === quota.class)
    .sort((a, b) => a.rank - b.rank);
  for (const { unitId, rank } of holders.slice(keptOf(holders, limit, quota.ties))) {
    results.set(unitId, {
      classCode: quota.overflow,
      step: {
        code: 'QUOTA',
        params: {
          share: quota.share,
          ranked: String(group.length),
          limit: String(limit),
          class: `class/${quota.class}`,
          rank: String(rank),
          overflow: `class/${quota.overflow}`,
        },
      },
    });
  }
}

/** How many of the first keep the class: the limit, moved to where ranks part. */
function keptOf(holders: readonly Ranked[], limit: number, ties: Quota['ties']): number {
  const last = holders[limit - 1];
  const next = holders[limit];
  if (last === undefined || next === undefined || last.rank !== next.rank) return limit;
  return ties === 'out'
    ? holders.findIndex(({ rank }) => rank === last.rank)
    : holders.findLastIndex(({ rank }) => rank === last.rank) + 1;
}
