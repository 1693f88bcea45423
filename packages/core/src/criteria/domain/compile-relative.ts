import { Ratio } from '../../shared/index.js';
import type { Ruled } from './compile-outcome.js';
import { peersOf, type Peers, type PointsOf, type RelativeRule } from './population.js';
import { note, type Trace } from './trace.js';

/** R12: points of a value among those of the peers; none while the other units are not known. */
export function compileRelative(indicator: Ruled, rule: RelativeRule): PointsOf {
  const among = rule.type === 'relative-min-max' ? minMax(indicator, rule) : byRank(indicator, rule);
  return (value, trace, peer) => {
    if (peer?.population === undefined) {
      note(trace, 'RELATIVE_UNKNOWN');
      return undefined;
    }
    return among(value, peersOf(peer.population, indicator.code, rule.within, peer.unit, value), trace);
  };
}

type Among = (value: Ratio, peers: Peers, trace: Trace) => Ratio;
type RuleOf<Type extends RelativeRule['type']> = Extract<RelativeRule, { type: Type }>;

function minMax({ maxPoints, direction }: Ruled, rule: RuleOf<'relative-min-max'>): Among {
  const max = Ratio.of(maxPoints);
  const lowestPoints = Ratio.of(rule.lowestPoints);
  const whenEqual = Ratio.of(rule.whenEqual);
  return (value, peers, trace) => {
    const lowest = peers[0] ?? value;
    const highest = peers.at(-1) ?? value;
    const count = String(peers.length);
    if (lowest.equals(highest)) {
      note(trace, 'RULE_RELATIVE_EQUAL', { count, value, points: whenEqual });
      return whenEqual;
    }
    const above = direction === 'lower' ? highest.minus(value) : value.minus(lowest);
    const share = above.dividedBy(highest.minus(lowest));
    const points = lowestPoints.plus(share.times(max.minus(lowestPoints)));
    note(trace, direction === 'lower' ? 'RULE_RELATIVE_LOWER' : 'RULE_RELATIVE', {
      count,
      lowest,
      highest,
      value,
      lowestPoints,
      max,
      points,
    });
    return points;
  };
}

function byRank({ maxPoints, direction }: Ruled, rule: RuleOf<'relative-rank'>): Among {
  const max = Ratio.of(maxPoints);
  const whenAlone = Ratio.of(rule.whenAlone);
  return (value, peers, trace) => {
    if (peers.length < 2) {
      note(trace, 'RULE_RANK_ALONE', { points: whenAlone });
      return whenAlone;
    }
    const better =
      direction === 'lower'
        ? firstThat(peers, (peer) => peer.compare(value) >= 0)
        : peers.length - firstThat(peers, (peer) => peer.compare(value) > 0);
    const count = Ratio.of(peers.length);
    const rank = Ratio.of(better + 1);
    const points = max.times(count.minus(rank)).dividedBy(count.minus(Ratio.one));
    note(trace, 'RULE_RANK', { rank, count, max, points });
    return points;
  };
}

/** Where in ascending order the first stands for which it holds; their number where it holds for none. */
function firstThat(peers: Peers, holds: (peer: Ratio) => boolean): number {
  let from = 0;
  let to = peers.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const peer = peers[middle];
    if (peer !== undefined && holds(peer)) to = middle;
    else from = middle + 1;
  }
  return from;
}
