import type { Indicator, PolicyCode } from '@nhip/contracts';
import { Ratio, round, roundToText } from '../../shared/index.js';
import { holds } from './compare.js';
import { compileRule } from './compile-rule.js';
import type { UnitFigures } from './figures.js';
import { compileExpression, type Reading } from './read-expression.js';
import { note, noteRounded, type Trace } from './trace.js';

/** `error`: the figures contradict the definition and there is no score until they are mended. */
export type ScoreState = 'scored' | 'missing' | 'not-applicable' | 'error';

/** What one indicator gives for one unit. */
export interface IndicatorScore {
  readonly indicator: string;
  readonly state: ScoreState;
  /** The parts as they were read; the denominator is absent where the indicator has none. */
  readonly numerator?: Ratio;
  readonly denominator?: Ratio;
  /** Exact, in the indicator's measure. */
  readonly value?: Ratio;
  readonly shownValue?: string;
  /** Exact; absent where the indicator gives none or does not count for this unit. */
  readonly points?: Ratio;
  readonly shownPoints?: string;
  /** Policies that acted, in order. */
  readonly policies: readonly PolicyCode[];
  /** Codes of thresholds that were tripped. */
  readonly breaches: readonly string[];
  /** Absent without a target or a value. */
  readonly targetMet?: boolean;
  /** How it enters the total: counted, taken out of the scale, out of the ranking, or not settled. */
  readonly standing: 'counted' | 'reweighted' | 'excluded' | 'unsettled';
}

export type ScoreIndicator = (unit: UnitFigures, trace?: Trace) => IndicatorScore;

/** Everything of a score but its code. */
type Verdict = Omit<IndicatorScore, 'indicator'>;

/** Makes the evaluation of an indicator: figures → parts → value → thresholds → points, with its policies. */
export function compileIndicator(indicator: Indicator): ScoreIndicator {
  const numerator = compileExpression(indicator.numerator);
  const denominator = indicator.denominator && compileExpression(indicator.denominator);
  const applies = appliesTo(indicator.unitTypes);
  const outcome = compileOutcome(indicator);
  const score = compileValue(indicator, outcome);

  const judge = (unit: UnitFigures, trace: Trace): Verdict => {
    if (!applies(unit.unitType)) {
      note(trace, 'UNIT_TYPE');
      return outcome.notApplicable([], trace);
    }
    const above = numerator(unit, trace);
    if (above.state === 'value') note(trace, 'NUMERATOR', { value: above.value });
    const below = denominator?.(unit, trace);
    if (below?.state === 'value') note(trace, 'DENOMINATOR', { value: below.value });
    if (above.state === 'not-applicable' || below?.state === 'not-applicable') {
      return outcome.notApplicable([], trace);
    }
    if (above.state !== 'value' || (below !== undefined && below.state !== 'value'))
      return outcome.missing(trace);
    return score(above, below, unit, trace);
  };
  return (unit, trace) => ({ indicator: indicator.code, ...judge(unit, trace) });
}

type ValueReading = Extract<Reading, { state: 'value' }>;

/** Whether something restricted to types of units reaches a unit of this type; without restriction it does. */
export function appliesTo(unitTypes: readonly string[] | undefined): (unitType: string) => boolean {
  const types = unitTypes && new Set(unitTypes);
  return (unitType) => types === undefined || types.has(unitType);
}

type Outcome = ReturnType<typeof compileOutcome>;

/** What the policies give where there is no plain value. */
function compileOutcome({ policies, rule, maxPoints, pointsRounding }: Indicator) {
  const scores = rule.type !== 'threshold-only';
  const max = Ratio.of(maxPoints);
  const shown = (points: Ratio): string => shownPoints(points, pointsRounding);
  const points = (given: Ratio): Partial<Verdict> =>
    scores ? { points: given, shownPoints: shown(given) } : {};
  const acted = (trace: Trace, done: readonly PolicyCode[], policy: PolicyCode): readonly PolicyCode[] => {
    note(trace, 'POLICY', { policy });
    return [...done, policy];
  };
  const plain = { breaches: [], standing: 'counted' } as const;

  const notApplicable = (done: readonly PolicyCode[], trace: Trace): Verdict => {
    const state = 'not-applicable' as const;
    if (!scores) return { ...plain, state, policies: done };
    const given = acted(trace, done, `not-applicable:${policies.notApplicable}`);
    switch (policies.notApplicable) {
      case 'full-points':
        return { ...plain, state, policies: given, ...points(max) };
      case 'reweight':
        return { ...plain, state, policies: given, standing: 'reweighted' };
      case 'exclude-from-rank':
        return { ...plain, state, policies: given, standing: 'excluded' };
    }
  };
  const missing = (trace: Trace): Verdict => {
    if (!scores) return { ...plain, state: 'missing', policies: [] };
    const given = acted(trace, [], `missing:${policies.missing}`);
    return policies.missing === 'zero'
      ? { ...plain, state: 'missing', policies: given, ...points(Ratio.zero) }
      : { ...notApplicable(given, trace), state: 'missing' };
  };
  const zeroDenominator = (trace: Trace): Verdict => {
    const given = acted(trace, [], `zero-denominator:${policies.zeroDenominator}`);
    switch (policies.zeroDenominator) {
      case 'zero':
        return { ...plain, state: 'scored', policies: given, ...points(Ratio.zero) };
      case 'full':
        return { ...plain, state: 'scored', policies: given, ...points(max) };
      case 'not-applicable':
        return notApplicable(given, trace);
      case 'error':
        return { ...plain, state: 'error', policies: given, standing: 'unsettled' };
    }
  };
  const nothingOccurred = (trace: Trace): Verdict | undefined => {
    if (policies.nothingOccurred === 'as-zero') return undefined;
    const given = acted(trace, [], `nothing-occurred:${policies.nothingOccurred}`);
    return policies.nothingOccurred === 'full'
      ? { ...plain, state: 'scored', policies: given, ...points(max) }
      : notApplicable(given, trace);
  };
  const contradiction: Verdict = { ...plain, state: 'error', policies: [], standing: 'unsettled' };
  return { notApplicable, missing, zeroDenominator, nothingOccurred, contradiction };
}

/** The plain way: a value, its thresholds and target, its points. */
function compileValue(indicator: Indicator, outcome: Outcome) {
  const percent = indicator.shownAs === 'percent';
  const pointsOf = compilePoints(indicator);
  const watch = compileLimits(indicator);

  return (above: ValueReading, below: ValueReading | undefined, unit: UnitFigures, trace: Trace): Verdict => {
    const parts = { numerator: above.value, ...(below && { denominator: below.value }) };
    if (above.nothing && (below?.nothing ?? true)) {
      const settled = outcome.nothingOccurred(trace);
      if (settled !== undefined) return { ...settled, ...parts };
    }
    const fault = below && faultOf(indicator.declaredPart, above.value, below.value);
    if (fault !== undefined) {
      note(trace, fault, parts);
      return { ...outcome.contradiction, ...parts };
    }
    if (below?.value.isZero() === true) return { ...outcome.zeroDenominator(trace), ...parts };

    const value = below === undefined ? above.value : quotient(above.value, below.value, percent);
    note(trace, below === undefined ? 'VALUE' : percent ? 'VALUE_PERCENT' : 'VALUE_RATIO', {
      ...parts,
      value,
    });
    const shownValue = roundToText(value, indicator.rounding);
    noteRounded(trace, indicator.rounding, shownValue);
    return {
      ...parts,
      state: 'scored',
      policies: [],
      standing: 'counted',
      value,
      shownValue,
      ...watch(value, unit.unitType, trace),
      ...pointsOf(value, trace),
    };
  };
}

/** A denominator below zero, or a declared part outside its whole, is a contradiction of the figures. */
function faultOf(
  declaredPart: boolean,
  part: Ratio,
  whole: Ratio,
): 'NEGATIVE' | 'PART_OVER_WHOLE' | undefined {
  if (whole.sign() < 0 || (declaredPart && part.sign() < 0)) return 'NEGATIVE';
  return declaredPart && part.compare(whole) > 0 ? 'PART_OVER_WHOLE' : undefined;
}

const quotient = (above: Ratio, below: Ratio, percent: boolean): Ratio =>
  (percent ? above.times(Ratio.hundred) : above).dividedBy(below);

/** Thresholds and target are held against the exact value, never against the rounded one. */
function compileLimits(indicator: Indicator) {
  const thresholds = indicator.thresholds.map((threshold) => ({
    ...threshold,
    limit: Ratio.of(threshold.value),
    applies: appliesTo(threshold.unitTypes),
  }));
  const { target } = indicator;
  const goal = target && 'value' in target ? { ...target, limit: Ratio.of(target.value) } : undefined;

  return (value: Ratio, unitType: string, trace: Trace): Pick<Verdict, 'breaches' | 'targetMet'> => {
    const tripped = thresholds.filter(
      ({ applies, comparison, limit }) => applies(unitType) && holds(value, comparison, limit),
    );
    for (const { comparison, limit } of tripped) note(trace, 'THRESHOLD_BREACHED', { comparison, limit });
    const breaches = tripped.map(({ code }) => code);
    if (goal === undefined) return { breaches };
    const targetMet = holds(value, goal.comparison, goal.limit);
    note(trace, targetMet ? 'TARGET_MET' : 'TARGET_NOT_MET', {
      comparison: goal.comparison,
      limit: goal.limit,
    });
    return { breaches, targetMet };
  };
}

/** Points by the rule, held within 0 and the maximum, then rounded as declared. */
function compilePoints(indicator: Indicator) {
  const pointsOf = compileRule(indicator);
  const max = Ratio.of(indicator.maxPoints);
  const belowZero = indicator.rule.type === 'deduction' && indicator.rule.from === 'zero';

  return (value: Ratio, trace: Trace): Pick<Verdict, 'points' | 'shownPoints'> => {
    if (pointsOf === undefined) {
      note(trace, 'RULE_THRESHOLD_ONLY');
      return {};
    }
    let points = pointsOf(value, trace);
    if (points.compare(max) > 0) {
      points = max;
      note(trace, 'HELD_TO_MAX', { points });
    } else if (points.sign() < 0 && !belowZero) {
      points = Ratio.zero;
      note(trace, 'HELD_TO_ZERO');
    }
    if (indicator.pointsRounding !== undefined) {
      points = Ratio.min(max, round(points, indicator.pointsRounding));
      note(trace, 'POINTS_ROUNDED', { shown: points });
    }
    const shown = shownPoints(points, indicator.pointsRounding);
    note(trace, 'POINTS', { shown, max });
    return { points, shownPoints: shown };
  };
}

/** Points without a declared rounding are shown with two decimals; the exact ones go on into the total. */
function shownPoints(points: Ratio, rounding: Indicator['pointsRounding']): string {
  return roundToText(points, rounding ?? { mode: 'half-up', dp: 2 });
}
