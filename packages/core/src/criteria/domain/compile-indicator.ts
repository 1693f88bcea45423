import type { Indicator } from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';
import { appliesTo } from './applies-to.js';
import { compileComposed } from './compile-composed.js';
import { compileOutcome, type IndicatorScore, type Verdict } from './compile-outcome.js';
import { compilePoints } from './compile-points.js';
import { compileValue } from './compile-value.js';
import type { UnitFigures } from './figures.js';
import { holdPoints } from './hold-points.js';
import type { Population } from './population.js';
import { note, type Trace } from './trace.js';

/** Points of relative rules are given with the population only. */
export type ScoreIndicator = (unit: UnitFigures, trace?: Trace, population?: Population) => IndicatorScore;

/**
 * Makes the evaluation of an indicator: figures → parts → value → thresholds → points, with its policies. Points
 * decided by people stand in place of those computed wherever the indicator applies to the unit and gives points.
 */
export function compileIndicator(indicator: Indicator): ScoreIndicator {
  const { code, rule } = indicator;
  const applies = appliesTo(indicator.unitTypes);
  const outcome = compileOutcome(indicator);
  const judge =
    rule.type === 'composed'
      ? compileComposed(indicator, rule, outcome)
      : compileValue(indicator, outcome, compilePoints(indicator, rule));
  const decide = compileDecision(indicator);

  return (unit, trace, population) => {
    if (!applies(unit.unitType)) {
      note(trace, 'UNIT_TYPE');
      return { indicator: code, ...outcome.notApplicable([], trace) };
    }
    const decided = unit.appraised?.get(code);
    const computed = (): Verdict => judge({ unit, population }, trace);
    const verdict =
      decided === undefined || decide === undefined ? computed() : decide(decided, computed, trace);
    return {
      indicator: code,
      state: verdict.state,
      numerator: verdict.numerator,
      denominator: verdict.denominator,
      value: verdict.value,
      shownValue: verdict.shownValue,
      points: verdict.points,
      shownPoints: verdict.shownPoints,
      policies: verdict.policies,
      breaches: verdict.breaches,
      targetMet: verdict.targetMet,
      standing: verdict.standing,
      zeroes: verdict.zeroes,
    };
  };
}

type Decide = (decided: Ratio, computed: () => Verdict, trace: Trace) => Verdict;

/** R14: the points people decided; beside them what was computed, save where the rule computes nothing. */
function compileDecision(indicator: Indicator): Decide | undefined {
  const { rule } = indicator;
  if (rule.type === 'threshold-only') return undefined;
  const hold = holdPoints(indicator);
  const settled = { state: 'scored', standing: 'counted' } as const;
  if (rule.type === 'appraised') {
    return (decided, _computed, trace) => {
      note(trace, 'RULE_APPRAISED', { points: decided });
      return { ...settled, policies: [], breaches: [], ...hold(decided, trace) };
    };
  }
  return (decided, compute, trace) => {
    const { zeroes: _zeroes, ...computed } = compute();
    note(trace, 'APPRAISED', { decided, computed: computed.points ?? '–' });
    return { ...computed, ...settled, policies: ['appraised:points'], ...hold(decided, trace) };
  };
}

export { appliesTo } from './applies-to.js';
export type { IndicatorScore, ScoreState } from './compile-outcome.js';
