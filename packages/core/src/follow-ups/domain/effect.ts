import type { EffectChange, EffectPoint, EffectVerdict, Indicator } from '@nhip/contracts';
import { canonicalJson, comparable, Ratio, roundToText, type Day, type Period } from '../../shared/index.js';

type Shown = Pick<Indicator, 'direction' | 'rounding'>;

/** What is measured must be the same for two values to say that something moved; names and points may change. */
const measured = (one: Indicator): string =>
  canonicalJson({
    shownAs: one.shownAs,
    numerator: one.numerator,
    denominator: one.denominator ?? null,
    direction: one.direction,
    aggregation: one.aggregation,
  });

interface Measured {
  readonly period: Period;
  readonly indicator: Indicator;
}

/** Why the values of a cycle may not be set against those of the reference; null where they may. */
export function whyIncomparable(
  cycle: Measured,
  reference: Measured,
): 'DEFINITION_DIFFERS' | 'PERIOD_DIFFERS' | null {
  if (measured(cycle.indicator) !== measured(reference.indicator)) return 'DEFINITION_DIFFERS';
  return comparable(cycle.period, reference.period).ok ? null : 'PERIOD_DIFFERS';
}

/** A directive of a day looks back on figures cut off until that day. */
export const sideOf = ({ asOf }: Pick<Period, 'asOf'>, heldOn: Day): 'before' | 'after' =>
  asOf <= heldOn ? 'before' : 'after';

export interface Placed {
  readonly side: 'before' | 'after';
  readonly comparable: boolean;
  readonly point: EffectPoint;
}

/** From the last comparable value before to the newest one after. */
export function changeOf(points: readonly Placed[], { direction, rounding }: Shown): EffectChange {
  const valued = points.filter(({ point }) => point.value !== null);
  const last = (side: Placed['side']) => valued.findLast((one) => one.side === side && one.comparable)?.point;
  const [before, after] = [last('before'), last('after')];
  const none = (verdict: EffectVerdict): EffectChange => ({
    verdict,
    from: before?.cycleId ?? null,
    to: after?.cycleId ?? null,
    difference: null,
    shownDifference: null,
  });
  if (after?.value == null)
    return none(valued.some(({ side }) => side === 'after') ? 'incomparable' : 'not-yet');
  if (before?.value == null) return none('no-before');
  const difference = Ratio.of(after.value).minus(Ratio.of(before.value));
  const better = direction === 'higher' ? 1 : -1;
  return {
    ...none(difference.isZero() ? 'same' : difference.sign() === better ? 'better' : 'worse'),
    difference: difference.toString(),
    shownDifference: roundToText(difference, rounding),
  };
}
