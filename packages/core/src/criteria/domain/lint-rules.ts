import type { CriteriaRemark, CriteriaSetContent, Indicator } from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';
import { error, warning, type Lint, type Path } from './remarks.js';
import { indicatorsOf } from './tree.js';

/** Rules that cannot work, or stand where they should not. */
export const lintRules: Lint = (content) => [
  ...content.indicators.flatMap((indicator, index) => lintIndicator(indicator, ['indicators', index])),
  ...lintDeductions(content),
];

function lintIndicator(indicator: Indicator, path: Path): CriteriaRemark[] {
  const { target, declaredPart, denominator } = indicator;
  return [
    ...lintMax(indicator, path),
    ...lintSpan(indicator, [...path, 'rule']),
    ...(target !== undefined && 'unquantified' in target
      ? [warning([...path, 'target'], 'TARGET_UNQUANTIFIED')]
      : []),
    ...(declaredPart && denominator === undefined
      ? [error([...path, 'declaredPart'], 'PARTS_NOT_DECLARED')]
      : []),
  ];
}

function lintMax({ rule, maxPoints, thresholds, target }: Indicator, path: Path): CriteriaRemark[] {
  const none = Ratio.of(maxPoints).isZero();
  if (rule.type === 'threshold-only') {
    return [
      ...(none ? [] : [error([...path, 'maxPoints'], 'MAX_UNEXPECTED')]),
      ...(thresholds.length > 0 || target !== undefined
        ? []
        : [warning([...path, 'thresholds'], 'THRESHOLD_MISSING')]),
    ];
  }
  const fromZero = rule.type === 'deduction' && rule.from === 'zero';
  return none && !fromZero ? [warning([...path, 'maxPoints'], 'MAX_MISSING')] : [];
}

function lintSpan({ rule, direction }: Indicator, path: Path): CriteriaRemark[] {
  const upwards = (from: string, to: string): CriteriaRemark[] =>
    Ratio.of(from).compare(Ratio.of(to)) < 0 ? [] : [error(path, 'RULE_SPAN_EMPTY', { from, to })];
  switch (rule.type) {
    case 'lower-is-better':
      return [
        ...upwards(rule.fullAt, rule.zeroAt),
        ...(direction === 'higher' ? [warning(path, 'DIRECTION_DIFFERS')] : []),
      ];
    case 'external':
      return upwards(rule.lowest, rule.highest);
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
