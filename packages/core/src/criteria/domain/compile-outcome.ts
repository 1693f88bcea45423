import type { Indicator, PolicyCode, RulePart } from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';
import { bestPoints, takesFromZero } from './points-range.js';
import { roundHeld } from './round-held.js';
import { note, type Trace } from './trace.js';

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
  /** What its level takes away beside its own points. */
  readonly zeroes?: 'criterion' | 'total';
}

/** Everything of a score but its code. */
export type Verdict = Omit<IndicatorScore, 'indicator'>;

/** What scores: an indicator, or a part of a composed rule with what it takes from its indicator. */
export type Scored = Pick<Indicator, 'policies' | 'maxPoints' | 'pointsRounding'> & {
  readonly rule: Indicator['rule'] | RulePart['rule'];
};

/** What a rule needs of the indicator or part that has it. */
export type Ruled = Scored & Pick<Indicator, 'code' | 'direction' | 'rounding'>;

/** Scores of one unit by indicator. */
export type Scores = ReadonlyMap<string, IndicatorScore>;

export type Outcome = ReturnType<typeof compileOutcome>;

/** What the policies give where there is no plain value. */
export function compileOutcome(scored: Scored) {
  const { policies, rule, pointsRounding } = scored;
  const scores = rule.type !== 'threshold-only';
  const max = bestPoints(scored);
  const points = (given: Ratio, trace: Trace): Partial<Verdict> => {
    if (!scores) return {};
    const shown = shownPoints(given, pointsRounding, max);
    notePoints(scored, shown, trace);
    return { points: given, shownPoints: shown };
  };
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
        return { ...plain, state, policies: given, ...points(max, trace) };
      case 'zero':
        return { ...plain, state, policies: given, ...points(Ratio.zero, trace) };
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
      ? { ...plain, state: 'missing', policies: given, ...points(Ratio.zero, trace) }
      : { ...notApplicable(given, trace), state: 'missing' };
  };
  const zeroDenominator = (done: readonly PolicyCode[], trace: Trace): Verdict => {
    const given = acted(trace, done, `zero-denominator:${policies.zeroDenominator}`);
    switch (policies.zeroDenominator) {
      case 'zero':
        return { ...plain, state: 'scored', policies: given, ...points(Ratio.zero, trace) };
      case 'full':
        return { ...plain, state: 'scored', policies: given, ...points(max, trace) };
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
      ? { ...plain, state: 'scored', policies: given, ...points(max, trace) }
      : notApplicable(given, trace);
  };
  /** With `as-zero` the figures go on as zeros, and the score says so. */
  const countedAsZero = (trace: Trace) => acted(trace, [], 'nothing-occurred:as-zero');
  /** A formula declared that missing figures count as 0, and some did. */
  const blanksAsZero = (trace: Trace) => acted(trace, [], 'missing:as-zero');
  const contradiction: Verdict = { ...plain, state: 'error', policies: [], standing: 'unsettled' };
  return {
    notApplicable,
    missing,
    zeroDenominator,
    nothingOccurred,
    countedAsZero,
    blanksAsZero,
    contradiction,
  };
}

/** The last step of an indicator: its points as they are shown. */
export function notePoints(scored: Scored, shown: string, trace: Trace): void {
  if (trace === undefined) return; // reading the maximum costs as much as an indicator's arithmetic
  if (takesFromZero(scored)) note(trace, 'POINTS_TAKEN', { shown });
  else note(trace, 'POINTS', { shown, max: bestPoints(scored) });
}

/** How points without a declared rounding are shown. */
export const plainRounding = { mode: 'half-up', dp: 2 } as const;

/** Points without a declared rounding are shown with two decimals; the exact ones go on into the total. */
export const shownPoints = (points: Ratio, rounding: Indicator['pointsRounding'], max: Ratio): string =>
  roundHeld(points, rounding ?? plainRounding, { highest: max }).shown;
