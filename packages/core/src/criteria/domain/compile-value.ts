import type { Indicator, PolicyCode } from '@nhip/contracts';
import { Ratio, roundToText } from '../../shared/index.js';
import { both, hasBlank, Seen, type Answer, type Given } from '../formula/reading.js';
import { appliesTo } from './applies-to.js';
import { holds } from './compare.js';
import type { Outcome, Verdict } from './compile-outcome.js';
import type { UnitFigures } from './figures.js';
import type { Peer } from './population.js';
import { compileExpression } from './read-expression.js';
import { note, noteRounded, type Trace } from './trace.js';

/** What a value is made of and watched by: an indicator, or a part of a composed rule. */
export type Valued = Pick<
  Indicator,
  'numerator' | 'denominator' | 'shownAs' | 'rounding' | 'declaredPart' | 'thresholds' | 'target'
>;

/** What points follow from a value; nothing where none do. */
export type FromValue = (value: Ratio, trace: Trace, peer: Peer) => Partial<Verdict>;
export type Judge = (peer: Peer, trace: Trace) => Verdict;

/** Figures → parts → value → thresholds → what follows from it, with the policies for what is no plain value. */
export function compileValue(valued: Valued, outcome: Outcome, fromValue: FromValue): Judge {
  const numerator = compileExpression(valued.numerator);
  const denominator = valued.denominator && compileExpression(valued.denominator);
  const plainly = compilePlainValue(valued, outcome, fromValue);

  return (peer, trace) => {
    const { unit } = peer;
    const above = numerator(unit, trace);
    if (above.state === 'value') note(trace, 'NUMERATOR', { value: above.value });
    const below = denominator?.(unit, trace);
    if (below?.state === 'value') note(trace, 'DENOMINATOR', { value: below.value });
    if (above.state === 'not-applicable' || below?.state === 'not-applicable') {
      return outcome.notApplicable([], trace);
    }
    if (above.state === 'missing' || below?.state === 'missing') return outcome.missing(trace);
    return plainly(above, below, peer, trace);
  };
}

function compilePlainValue(valued: Valued, outcome: Outcome, fromValue: FromValue) {
  const percent = valued.shownAs === 'percent';
  const watch = compileLimits(valued);

  return (above: Answer, below: Answer | undefined, peer: Peer, trace: Trace): Verdict => {
    const parts = { numerator: valueIn(above), denominator: below && valueIn(below) };
    let policies: readonly PolicyCode[] = none;
    // Months and constants are no figures: they neither occurred nor did not.
    const seen = both(above.seen, below?.seen ?? Seen.NoFigure);
    if (seen === Seen.Nothing) {
      const settled = outcome.nothingOccurred(trace);
      if (settled !== undefined) return { ...settled, ...parts };
      policies = outcome.countedAsZero(trace);
    } else if (hasBlank(seen)) policies = outcome.blanksAsZero(trace);
    // A division within a formula follows the same policy as the indicator's own.
    if (above.state !== 'value' || (below !== undefined && below.state !== 'value'))
      return outcome.zeroDenominator(policies, trace);
    const fault = below && faultOf(valued.declaredPart, above.value, below.value);
    if (fault !== undefined) {
      if (trace !== undefined) note(trace, fault, partsOf(above, below));
      return { ...outcome.contradiction, ...parts };
    }
    if (below?.value.isZero() === true) return { ...outcome.zeroDenominator(policies, trace), ...parts };

    const value = below === undefined ? above.value : quotient(above.value, below.value, percent);
    if (trace !== undefined) {
      const code = below === undefined ? 'VALUE' : percent ? 'VALUE_PERCENT' : 'VALUE_RATIO';
      note(trace, code, { ...partsOf(above, below), value });
    }
    const shownValue = roundToText(value, valued.rounding);
    noteRounded(trace, valued.rounding, shownValue);
    const { breaches, targetMet } = watch(value, peer.unit, trace);
    const given = fromValue(value, trace, peer);
    // Every part by name: spreading them costs more than the arithmetic, hundreds of thousands of times a run.
    return {
      state: given.state ?? 'scored',
      numerator: above.value,
      denominator: below?.value,
      value,
      shownValue,
      points: given.points,
      shownPoints: given.shownPoints,
      policies,
      breaches: given.breaches ?? breaches,
      targetMet,
      standing: given.standing ?? 'counted',
      zeroes: given.zeroes,
    };
  };
}

const none: readonly never[] = [];
const valueIn = (answer: Answer): Ratio | undefined => (answer.state === 'value' ? answer.value : undefined);

const partsOf = (above: Given, below: Given | undefined) => ({
  numerator: above.value,
  ...(below && { denominator: below.value }),
});

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
function compileLimits({ target, ...valued }: Valued) {
  const thresholds = valued.thresholds.map((threshold) => ({
    ...threshold,
    limit: Ratio.of(threshold.value),
    applies: appliesTo(threshold.unitTypes),
  }));
  const goal = target && 'value' in target ? { ...target, limit: Ratio.of(target.value) } : undefined;

  return (value: Ratio, { unitType }: UnitFigures, trace: Trace): Pick<Verdict, 'breaches' | 'targetMet'> => {
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
