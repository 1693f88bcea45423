import type { Rule } from '@nhip/contracts';
import { Ratio, round } from '../../shared/index.js';
import { contains, holds } from './compare.js';
import type { Ruled } from './compile-outcome.js';
import { compileRelative } from './compile-relative.js';
import type { PointsOf } from './population.js';
import { note } from './trace.js';

type RuleOf<Type extends Rule['type']> = Extract<Rule, { type: Type }>;
/** Rules with one value of their own. */
export type SingleRule = Exclude<Rule, { type: 'composed' }>;

/** Makes the function from value to points; undefined for an indicator that gives none. */
export function compileRule(indicator: Ruled, rule: SingleRule): PointsOf | undefined {
  const max = Ratio.of(indicator.maxPoints);
  switch (rule.type) {
    case 'all-or-nothing':
      return allOrNothing(rule, max);
    case 'bands':
      return bands(rule, indicator);
    case 'linear':
      return linear(Ratio.of(rule.full), max);
    case 'saturating':
      return linear(Ratio.of(rule.target), max);
    case 'floor':
      return withFloor(Ratio.of(rule.floor), linear(Ratio.of(rule.full), max));
    case 'lower-is-better':
      return lowerIsBetter(rule, max);
    case 'deduction':
      return deduction(rule, max);
    case 'bonus':
      return bonus(Ratio.of(rule.perEvent));
    case 'external':
      return external(rule, max);
    case 'levels':
      return levels(rule, indicator.code);
    case 'relative-min-max':
    case 'relative-rank':
      return compileRelative(indicator, rule);
    case 'appraised':
      return (value, trace) => {
        note(trace, 'RULE_NOT_APPRAISED', { points: value });
        return value;
      };
    case 'threshold-only':
      return undefined;
  }
}

function allOrNothing({ comparison, value: text }: RuleOf<'all-or-nothing'>, max: Ratio): PointsOf {
  const limit = Ratio.of(text);
  return (value, trace) => {
    const met = holds(value, comparison, limit);
    note(trace, met ? 'RULE_ALL_OR_NOTHING_MET' : 'RULE_ALL_OR_NOTHING_FAILED', {
      comparison,
      limit,
      points: max,
    });
    return met ? max : Ratio.zero;
  };
}

function bands(rule: RuleOf<'bands'>, { rounding }: Ruled): PointsOf {
  const all = rule.bands.map(({ from, to, points }) => ({
    from: from === null ? undefined : Ratio.of(from),
    to: to === null ? undefined : Ratio.of(to),
    points: Ratio.of(points),
  }));
  return (exact, trace) => {
    const value = rule.on === 'rounded' ? round(exact, rounding) : exact;
    const band = all.find((candidate) => contains(candidate, value));
    if (band === undefined) {
      note(trace, 'RULE_NO_BAND', { value });
      return Ratio.zero;
    }
    const { from, to, points } = band;
    if (from === undefined && to !== undefined) note(trace, 'RULE_BAND_UNDER', { value, to, points });
    else if (to === undefined && from !== undefined) note(trace, 'RULE_BAND_FROM', { value, from, points });
    else note(trace, 'RULE_BAND', { value, from: from ?? '−∞', to: to ?? '+∞', points });
    return points;
  };
}

/** R4 and R5 are one line; they differ in what the full value is called. */
function linear(full: Ratio, max: Ratio): PointsOf {
  return (value, trace) => {
    const points = max.times(value).dividedBy(full);
    note(trace, 'RULE_LINEAR', { max, value, full, points });
    return points;
  };
}

function withFloor(floor: Ratio, above: PointsOf): PointsOf {
  return (value, trace) => {
    if (value.compare(floor) >= 0) return above(value, trace);
    note(trace, 'RULE_BELOW_FLOOR', { floor });
    return Ratio.zero;
  };
}

function lowerIsBetter(rule: RuleOf<'lower-is-better'>, max: Ratio): PointsOf {
  const fullAt = Ratio.of(rule.fullAt);
  const zeroAt = Ratio.of(rule.zeroAt);
  const span = zeroAt.minus(fullAt);
  return (value, trace) => {
    const points = max.times(zeroAt.minus(value)).dividedBy(span);
    note(trace, 'RULE_LOWER', { max, value, fullAt, zeroAt, points });
    return points;
  };
}

function deduction(rule: RuleOf<'deduction'>, max: Ratio): PointsOf {
  const perEvent = Ratio.of(rule.perEvent);
  const cap = rule.cap === undefined ? undefined : Ratio.of(rule.cap);
  const start = rule.from === 'max' ? max : Ratio.zero;
  return (value, trace) => {
    const taken = perEvent.times(value);
    if (cap !== undefined && taken.compare(cap) > 0) {
      note(trace, 'RULE_DEDUCTION_CAPPED', { perEvent, value, start, cap, points: start.minus(cap) });
      return start.minus(cap);
    }
    note(trace, 'RULE_DEDUCTION', { start, perEvent, value, points: start.minus(taken) });
    return start.minus(taken);
  };
}

function bonus(perEvent: Ratio): PointsOf {
  return (value, trace) => {
    const points = perEvent.times(value);
    note(trace, 'RULE_BONUS', { perEvent, value, points });
    return points;
  };
}

function external(rule: RuleOf<'external'>, max: Ratio): PointsOf {
  const lowest = Ratio.of(rule.lowest);
  const highest = Ratio.of(rule.highest);
  return (value, trace) => {
    const points = max.times(value.minus(lowest)).dividedBy(highest.minus(lowest));
    note(trace, 'RULE_EXTERNAL', { max, value, lowest, highest, points });
    return points;
  };
}

/** The level whose place the value is; one that is no place gives nothing. */
function levels(rule: RuleOf<'levels'>, indicator: string): PointsOf {
  const points = rule.levels.map((level) => Ratio.of(level.points));
  return (value, trace) => {
    const place = placeOf(value);
    const given = points[place - 1];
    if (given === undefined) {
      note(trace, 'RULE_NO_LEVEL', { place: value });
      return Ratio.zero;
    }
    note(trace, 'RULE_LEVEL', {
      place: String(place),
      level: `level/${indicator}/${place}`,
      points: given,
    });
    const zeroes = rule.levels[place - 1]?.zeroes;
    if (zeroes !== undefined)
      note(trace, zeroes === 'total' ? 'LEVEL_ZEROES_TOTAL' : 'LEVEL_ZEROES_CRITERION');
    return given;
  };
}

/** A whole number as the place in a list, 1 the first; 0 is none. */
const placeOf = (value: Ratio): number => (value.isInteger() ? Number(value.numerator) : 0);

/** What the level of a value takes away beside its own points. */
export function zeroesOf(rule: Rule, value: Ratio | undefined): 'criterion' | 'total' | undefined {
  if (rule.type !== 'levels' || value === undefined) return undefined;
  return rule.levels[placeOf(value) - 1]?.zeroes;
}
