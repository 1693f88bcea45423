import type { Indicator, Rule, RulePart } from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';
import { compileOutcome, type Outcome, type Verdict } from './compile-outcome.js';
import { compilePoints } from './compile-points.js';
import { compileValue, type Judge } from './compile-value.js';
import { exactSum } from './exact-sum.js';
import { holdPoints } from './hold-points.js';
import { asText, note, type Trace } from './trace.js';

type ComposedRule = Extract<Rule, { type: 'composed' }>;

/**
 * R10: the points of the parts together, each with its own value and policies. What does not apply is converted
 * within the indicator; with no part left the indicator does not apply; one part in error leaves it unsettled.
 */
export function compileComposed(indicator: Indicator, rule: ComposedRule, outcome: Outcome): Judge {
  const headline = compileHeadline(indicator);
  const parts = rule.parts.map((part) => compilePart(part, indicator));
  const whole = exactSum(parts.map(({ max }) => max));
  const hold = holdPoints(indicator);

  return (peer, trace) => {
    note(trace, 'HEADLINE');
    const { numerator, denominator, value, shownValue, breaches, targetMet } = headline(peer, trace);
    const shown = {
      breaches,
      ...(numerator !== undefined && { numerator }),
      ...(denominator !== undefined && { denominator }),
      ...(value !== undefined && { value, shownValue }),
      ...(targetMet !== undefined && { targetMet }),
    } as Partial<Verdict>;
    const verdicts = parts.map(({ part, max, judge }) => {
      note(trace, 'PART', { part });
      return { max, ...judge(peer, trace) };
    });
    const policies = [...new Set(verdicts.flatMap((verdict) => verdict.policies))];
    const standings = new Set(verdicts.map(({ standing }) => standing));
    if (standings.has('unsettled')) return { ...outcome.contradiction, policies, ...shown };
    if (standings.has('excluded'))
      return { state: 'not-applicable', standing: 'excluded', breaches: [], policies, ...shown };
    const counted = verdicts.filter(({ standing }) => standing === 'counted');
    const applicable = exactSum(counted.map(({ max }) => max));
    if (applicable.isZero() && !whole.isZero())
      return { ...outcome.notApplicable(policies, trace), ...shown };
    const sum = sumOf(counted, trace);
    const points = applicable.equals(whole) ? sum : converted(sum, whole, applicable, trace);
    return {
      state: stateOf(verdicts),
      standing: 'counted',
      breaches: [],
      policies,
      ...shown,
      ...hold(points, trace),
    };
  };
}

/** The indicator's own value, which is shown and watched; whatever it is, no points depend on it. */
function compileHeadline(indicator: Indicator): Judge {
  const watched = compileOutcome({
    ...indicator,
    rule: { type: 'threshold-only' },
    policies: { ...indicator.policies, zeroDenominator: 'not-applicable', nothingOccurred: 'as-zero' },
  });
  return compileValue(indicator, watched, () => ({}));
}

function compilePart(part: RulePart, { code, direction }: Indicator) {
  const judge = compileValue(
    { ...part, thresholds: [], target: undefined },
    compileOutcome(part),
    compilePoints({ ...part, code, direction }, part.rule),
  );
  return { part: `part/${code}/${part.code}`, max: Ratio.of(part.maxPoints), judge };
}

function sumOf(counted: readonly Verdict[], trace: Trace): Ratio {
  const points = counted.map((verdict) => verdict.points ?? Ratio.zero);
  const sum = exactSum(points);
  if (trace !== undefined)
    note(trace, 'COMPOSED', { operation: points.map(asText).join(' + '), points: sum });
  return sum;
}

function converted(sum: Ratio, max: Ratio, applicable: Ratio, trace: Trace): Ratio {
  const points = sum.times(max).dividedBy(applicable);
  note(trace, 'REWEIGHTED', { sum, max, applicable, points });
  return points;
}

/** Scored as soon as a part is; the policies say what became of the others. */
function stateOf(verdicts: readonly { readonly state: Verdict['state'] }[]): Verdict['state'] {
  const states = new Set(verdicts.map(({ state }) => state));
  return states.has('scored') ? 'scored' : states.has('missing') ? 'missing' : 'not-applicable';
}
