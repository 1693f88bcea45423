import type { Indicator, RulePart } from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';

/** What says which points are possible: an indicator's, or a part's of a composed one. */
interface Scored {
  readonly rule: Indicator['rule'] | RulePart['rule'];
  readonly maxPoints: Indicator['maxPoints'];
}

/** A deduction from zero: it takes points away and never gives any. */
export const takesFromZero = ({ rule }: Pick<Scored, 'rule'>): boolean =>
  rule.type === 'deduction' && rule.from === 'zero';

/** The best a unit can get: the maximum, of a deduction from zero nothing taken. */
export const bestPoints = (scored: Scored): Ratio =>
  takesFromZero(scored) ? Ratio.zero : Ratio.of(scored.maxPoints);

/** The least points people may decide; undefined where a deduction has no limit. */
export function leastPoints({ rule, maxPoints }: Scored): Ratio | undefined {
  if (rule.type !== 'deduction' || rule.from !== 'zero') return Ratio.zero;
  const limit = Ratio.of(rule.cap ?? maxPoints);
  return limit.isZero() ? undefined : limit.negated();
}
