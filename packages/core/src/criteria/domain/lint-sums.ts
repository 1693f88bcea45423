import type { CriteriaField, CriteriaRemark, CriteriaSetContent, Indicator } from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';
import { mostPointsOf, totalLimits, type MostOf } from './total-limits.js';
import { error, warning, type Lint, type Path } from './remarks.js';
import { asText } from './trace.js';
import { indicatorsOf } from './tree.js';

/** Declared maxima against the sums of their parts, caps against what they hold. */
export const lintSums: Lint = (content) => {
  const maxima = new Map(content.indicators.map((indicator) => [indicator.code, weightedMax(indicator)]));
  const sum = (codes: readonly string[]): Ratio =>
    Ratio.sum(codes.map((code) => maxima.get(code) ?? Ratio.zero));
  const mostOf = mostPointsOf(content);
  return [
    ...content.indicators.flatMap((indicator, i) => lintParts(indicator, ['indicators', i, 'rule'])),
    ...content.fields.flatMap((field, f) => lintField(field, ['fields', f], sum, mostOf)),
    ...lintTotals(content, sum),
  ];
};

const weightedMax = ({ maxPoints, weight }: Indicator): Ratio => Ratio.of(maxPoints).times(Ratio.of(weight));

/** Parts that together stay under the indicator's maximum, or go over it and are cut. */
function lintParts({ rule, maxPoints }: Indicator, path: Path): CriteriaRemark[] {
  if (rule.type !== 'composed') return [];
  const sum = Ratio.sum(rule.parts.map((part) => Ratio.of(part.maxPoints)));
  const order = sum.compare(Ratio.of(maxPoints));
  if (order === 0) return [];
  return order < 0
    ? [error(path, 'SUM_DIFFERS', { sum: asText(sum), declared: maxPoints })]
    : [warning(path, 'CAP_BELOW_PARTS', { sum: asText(sum), cap: maxPoints })];
}

type Sum = (codes: readonly string[]) => Ratio;

function differs(declared: string | undefined, sum: Ratio, path: Path): CriteriaRemark[] {
  if (declared === undefined || Ratio.of(declared).equals(sum)) return [];
  return [error([...path, 'maxPoints'], 'SUM_DIFFERS', { sum: asText(sum), declared })];
}

function lintField(field: CriteriaField, path: Path, sum: Sum, mostOf: MostOf): CriteriaRemark[] {
  const parts = sum(indicatorsOf(field));
  return [
    ...field.criteria.flatMap((criterion, c) => {
      const at = [...path, 'criteria', c];
      const inside = sum([
        ...criterion.indicators,
        ...criterion.subCriteria.flatMap((sub) => sub.indicators),
      ]);
      return [
        ...differs(criterion.maxPoints, inside, at),
        ...criterion.subCriteria.flatMap((sub, s) =>
          differs(sub.maxPoints, sum(sub.indicators), [...at, 'subCriteria', s]),
        ),
      ];
    }),
    ...differs(field.maxPoints, parts, path),
    ...lintCap(field, mostOf(field), path),
  ];
}

function lintCap({ kind, cap }: CriteriaField, most: Ratio | undefined, path: Path): CriteriaRemark[] {
  if (cap === undefined) return kind === 'base' ? [] : [error([...path, 'cap'], 'CAP_MISSING')];
  if (most === undefined) return [];
  const order = most.compare(Ratio.of(cap));
  const params = { sum: asText(most), cap };
  if (order > 0) return [warning([...path, 'cap'], 'CAP_BELOW_PARTS', params)];
  return order < 0 && kind !== 'base' ? [warning([...path, 'cap'], 'CAP_ABOVE_PARTS', params)] : [];
}

function lintTotals(content: CriteriaSetContent, sum: Sum): CriteriaRemark[] {
  const { totals, fields } = content;
  const base = Ratio.sum(
    fields
      .filter(({ kind }) => kind === 'base')
      .map((field) => {
        const parts = sum(indicatorsOf(field));
        return field.cap === undefined ? parts : Ratio.min(parts, Ratio.of(field.cap));
      }),
  );
  const { highest } = totalLimits(content);
  return [
    ...differs(totals.maxPoints, base, ['totals']),
    ...(Ratio.of(totals.lowest).compare(highest) > 0
      ? [error(['totals', 'lowest'], 'TOTALS_REVERSED', { lowest: totals.lowest, highest: asText(highest) })]
      : []),
    ...(highest.compare(Ratio.of(totals.maxPoints)) < 0
      ? [warning(['totals', 'highest'], 'TOTALS_CUT', { highest: asText(highest), max: totals.maxPoints })]
      : []),
  ];
}
