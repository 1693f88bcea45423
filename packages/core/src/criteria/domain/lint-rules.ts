import type { CriteriaRemark, CriteriaSetContent, Indicator } from '@nhip/contracts';
import { Ratio, round } from '../../shared/index.js';
import { byLowerLimit } from './lint-bands.js';
import { lintLevels } from './lint-levels.js';
import { error, warning, type Lint, type Path } from './remarks.js';
import { ruledOf, type Ruled } from './ruled.js';
import { asText } from './trace.js';
import { indicatorsOf } from './tree.js';

/** Rules that cannot work, or stand where they should not. */
export const lintRules: Lint = (content) => [
  ...content.indicators.flatMap((indicator, index) => lintIndicator(indicator, ['indicators', index])),
  ...ruledOf(content).flatMap(({ ruled, path }) => [
    ...lintMax(ruled, path),
    ...lintPointsRounding(ruled, path),
    ...lintSpan(ruled, [...path, 'rule']),
    ...lintDirection(ruled, [...path, 'rule']),
    ...lintDeclaredPart(ruled, path),
  ]),
  ...lintLevels(content),
  ...lintDeductions(content),
];

function lintIndicator({ rule, target, thresholds }: Indicator, path: Path): CriteriaRemark[] {
  const watched = thresholds.length > 0 || target !== undefined;
  return [
    ...(rule.type === 'threshold-only' && !watched
      ? [warning([...path, 'thresholds'], 'THRESHOLD_MISSING')]
      : []),
    ...(target !== undefined && 'unquantified' in target
      ? [warning([...path, 'target'], 'TARGET_UNQUANTIFIED')]
      : []),
  ];
}

const lintDeclaredPart = ({ declaredPart, denominator }: Ruled, path: Path): CriteriaRemark[] =>
  declaredPart && denominator === undefined ? [error([...path, 'declaredPart'], 'PARTS_NOT_DECLARED')] : [];

function lintMax({ rule, maxPoints }: Ruled, path: Path): CriteriaRemark[] {
  const none = Ratio.of(maxPoints).isZero();
  if (rule.type === 'threshold-only') {
    return none ? [] : [error([...path, 'maxPoints'], 'MAX_UNEXPECTED')];
  }
  const fromZero = rule.type === 'deduction' && rule.from === 'zero';
  return none && !fromZero ? [warning([...path, 'maxPoints'], 'MAX_MISSING')] : [];
}

/** A maximum that the rounding of points cuts: 10 in steps of 0,3 is 9,9 at most. */
function lintPointsRounding({ maxPoints, pointsRounding }: Ruled, path: Path): CriteriaRemark[] {
  if (pointsRounding === undefined) return [];
  const most = round(Ratio.of(maxPoints), pointsRounding);
  return most.compare(Ratio.of(maxPoints)) < 0
    ? [warning([...path, 'pointsRounding'], 'MAX_NOT_REACHED', { max: maxPoints, points: asText(most) })]
    : [];
}

/** Points that fall as the value rises, or rise, against what the indicator declares to be better. */
function lintDirection({ rule, direction }: Ruled, path: Path): CriteriaRemark[] {
  const slope = slopeOf(rule);
  if (direction === 'lower') return slope > 0 ? [warning(path, 'DIRECTION_LOWER_DIFFERS')] : [];
  return slope < 0 ? [warning(path, 'DIRECTION_DIFFERS')] : [];
}

/** 1 where points rise with the value, −1 where they fall, 0 where neither or both. */
function slopeOf(rule: Ruled['rule']): number {
  switch (rule.type) {
    case 'linear':
    case 'saturating':
    case 'floor':
    case 'bonus':
    case 'external':
      return 1;
    case 'lower-is-better':
    case 'deduction':
      return -1;
    case 'all-or-nothing':
      return rule.comparison.startsWith('>') ? 1 : rule.comparison.startsWith('<') ? -1 : 0;
    case 'bands':
      return slopeOfBands(rule.bands);
    default:
      return 0;
  }
}

/** 1 where every band gives at least the points of the one below it and the last more than the first, −1 the other way. */
function slopeOfBands(bands: BandsOf): number {
  const points = [...bands].sort(byLowerLimit).map((band) => Ratio.of(band.points));
  const steps = points.slice(1).map((given, place) => given.compare(points[place] ?? given));
  if (steps.some((step) => step > 0)) return steps.some((step) => step < 0) ? 0 : 1;
  return steps.some((step) => step < 0) ? -1 : 0;
}
type BandsOf = Extract<Ruled['rule'], { type: 'bands' }>['bands'];

function lintSpan({ rule, maxPoints }: Ruled, path: Path): CriteriaRemark[] {
  const upwards = (from: string, to: string): CriteriaRemark[] =>
    Ratio.of(from).compare(Ratio.of(to)) < 0 ? [] : [error(path, 'RULE_SPAN_EMPTY', { from, to })];
  const held = (name: string, points: string): CriteriaRemark[] =>
    Ratio.of(points).compare(Ratio.of(maxPoints)) > 0
      ? [error([...path, name], 'POINTS_OUTSIDE', { points, max: maxPoints })]
      : [];
  // The most it can take is said twice; a set without it as its maximum says it once.
  const deducted = (cap: string): CriteriaRemark[] =>
    Ratio.of(maxPoints).isZero() || Ratio.of(maxPoints).equals(Ratio.of(cap))
      ? []
      : [warning([...path, 'cap'], 'DEDUCTION_CAP_DIFFERS', { cap, max: maxPoints })];
  switch (rule.type) {
    case 'relative-min-max':
      return [...held('lowestPoints', rule.lowestPoints), ...held('whenEqual', rule.whenEqual)];
    case 'relative-rank':
      return held('whenAlone', rule.whenAlone);
    case 'lower-is-better':
      return upwards(rule.fullAt, rule.zeroAt);
    case 'external':
      return upwards(rule.lowest, rule.highest);
    case 'deduction':
      return rule.from === 'zero' && rule.cap !== undefined ? deducted(rule.cap) : [];
    case 'floor':
      return Ratio.of(rule.floor).compare(Ratio.of(rule.full)) > 0
        ? [warning(path, 'FLOOR_ABOVE_FULL', { floor: rule.floor, full: rule.full })]
        : [];
    default:
      return [];
  }
}

/** Deductions from zero stand in deduction fields, and nothing else does. */
function lintDeductions({ fields, indicators }: CriteriaSetContent): CriteriaRemark[] {
  const rules = new Map(indicators.map(({ code, rule }) => [code, rule]));
  return fields.flatMap((field, f) =>
    indicatorsOf(field).flatMap((code) => {
      const rule = rules.get(code);
      if (rule === undefined) return [];
      const takes = rule.type === 'deduction' && rule.from === 'zero';
      if (takes === (field.kind === 'deduction')) return [];
      return [error(['fields', f], takes ? 'DEDUCTION_OUTSIDE' : 'DEDUCTION_RULE_EXPECTED', { code })];
    }),
  );
}
