import { Ratio } from '../../shared/index.js';
import type { Scored } from './compile-outcome.js';

/** A deduction from zero: it takes points away and never gives any. */
export const takesFromZero = ({ rule }: Pick<Scored, 'rule'>): boolean =>
  rule.type === 'deduction' && rule.from === 'zero';

/** The best a unit can get: the maximum, of a deduction from zero nothing taken. */
export const bestPoints = (scored: Pick<Scored, 'rule' | 'maxPoints'>): Ratio =>
  takesFromZero(scored) ? Ratio.zero : Ratio.of(scored.maxPoints);

/** The least points people may decide; undefined where a deduction has no limit. */
export function leastPoints({ rule, maxPoints }: Pick<Scored, 'rule' | 'maxPoints'>): Ratio | undefined {
  if (rule.type !== 'deduction' || rule.from !== 'zero') return Ratio.zero;
  const limit = Ratio.of(rule.cap ?? maxPoints);
  return limit.isZero() ? undefined : limit.negated();
}
