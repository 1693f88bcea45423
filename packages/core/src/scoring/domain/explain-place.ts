import type { CriteriaSetContent, Quota, TraceStep } from '@nhip/contracts';
import { asText, note } from '../../criteria/index.js';
import { Ratio } from '../../shared/index.js';
import { rankUnits, type Contender, type Place } from './rank-units.js';
import { comparedResults, type Comparable, type DecidingValue } from './rank-totals.js';

/**
 * Why a unit has its rank: who stands above it, with whom it shares the place, and
 * what decided between equal points. Names of units are keyed `unit/<id>`; where the reader may not see the others,
 * they are counted and not named.
 */
export function explainPlace(
  content: CriteriaSetContent,
  totals: readonly Comparable[],
  deciding: readonly DecidingValue[],
  unitId: string,
  seesOthers: boolean,
): TraceStep[] {
  const contenders = comparedResults(content, totals, deciding);
  const places = rankUnits(contenders);
  const own = contenders.find((contender) => contender.unitId === unitId);
  const place = places.get(unitId);
  if (own === undefined || place === undefined) return [];
  const steps: TraceStep[] = [];
  if (place.rank === null) {
    note(steps, 'UNRANKED', { why: place.unranked ?? 'NO_POINTS' });
    return steps;
  }
  note(steps, 'RANK', { rank: String(place.rank), ranked: String(place.ranked), points: own.points ?? '–' });
  const peers = contenders.filter(
    (contender) => contender.groupId === own.groupId && contender.unitId !== unitId,
  );
  explainNeighbours(content, own, place.rank, peers, places, seesOthers, steps);
  return steps;
}

/** Why a unit has another class than its points and gates give, or keeps one that not all may have. */
export function explainQuota(
  { classification }: CriteriaSetContent,
  given: string | null,
  { classCode, rank }: { readonly classCode: string | null; readonly rank: number | null },
  /** Units with a rank, in the peer group and in all. */
  ranked: Readonly<Record<Quota['within'], number>>,
): TraceStep[] {
  const steps: TraceStep[] = [];
  let held = given;
  if (rank === null) return steps;
  for (const quota of classification?.quotas ?? []) {
    if (quota.class !== held) continue;
    const limit = Ratio.of(quota.share).times(Ratio.of(ranked[quota.within])).floor();
    const params = {
      share: quota.share,
      ranked: String(ranked[quota.within]),
      limit: String(limit),
      class: `class/${quota.class}`,
      rank: String(rank),
    };
    if (held === classCode) note(steps, 'QUOTA_KEPT', params);
    else {
      note(steps, 'QUOTA', { ...params, overflow: `class/${quota.overflow}` });
      held = quota.overflow;
    }
  }
  return steps;
}

function explainNeighbours(
  content: CriteriaSetContent,
  own: Contender,
  rank: number,
  peers: readonly Contender[],
  places: ReadonlyMap<string, Place>,
  seesOthers: boolean,
  steps: TraceStep[],
): void {
  const rankOf = ({ unitId }: Contender): number => places.get(unitId)?.rank ?? Number.MAX_SAFE_INTEGER;
  const above = peers.filter((peer) => rankOf(peer) < rank);
  const nearest = above.reduce<Contender | undefined>(
    (best, peer) => (best === undefined || rankOf(peer) > rankOf(best) ? peer : best),
    undefined,
  );
  if (nearest === undefined) note(steps, 'RANK_FIRST');
  else if (seesOthers) {
    note(steps, 'RANK_ABOVE', {
      count: String(above.length),
      unit: keyOf(nearest),
      points: nearest.points ?? '–',
    });
  }
  const tied = peers.filter((peer) => rankOf(peer) === rank);
  if (tied.length > 0 && seesOthers) note(steps, 'RANK_TIED', { units: tied.map(keyOf).join(' ') });
  else if (tied.length > 0) note(steps, 'RANK_TIED_COUNT', { count: String(tied.length) });
  if (!seesOthers) return;
  for (const peer of peers) {
    if (rankOf(peer) === rank || !same(peer.points, own.points)) continue;
    const at = own.tieBreaks.findIndex((value, place) => !same(value, peer.tieBreaks[place]));
    const by = content.ranking.tieBreaks[at];
    if (by === undefined) continue;
    // A value preferred when lower was turned round to be compared.
    const shown = (value: Ratio | undefined): string =>
      value === undefined
        ? '–'
        : asText('indicator' in by && by.prefer === 'lower' ? value.negated() : value);
    note(steps, rankOf(peer) < rank ? 'RANK_DECIDED_BELOW' : 'RANK_DECIDED_ABOVE', {
      unit: keyOf(peer),
      by: 'indicator' in by ? `indicator/${by.indicator}` : by.field,
      own: shown(own.tieBreaks[at]),
      other: shown(peer.tieBreaks[at]),
    });
  }
}

const keyOf = ({ unitId }: Contender): string => `unit/${unitId}`;
const same = (a: Ratio | undefined, b: Ratio | undefined): boolean =>
  a === undefined || b === undefined ? a === b : a.equals(b);
