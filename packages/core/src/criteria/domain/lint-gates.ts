import type { CriteriaRemark, CriteriaSetContent, Gate, Quota } from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';
import { parseFormula } from '../formula/parse-formula.js';
import { nodesOf, type FormulaNode } from '../formula/syntax.js';
import { error, warning, type Lint, type Path } from './remarks.js';

/** Gates without a condition, with one that no figure can change, or without anything to act on. */
export const lintGates: Lint = (content) =>
  content.gates.flatMap((gate, index) => {
    const path = ['gates', index];
    return [...lintCondition(gate, [...path, 'when']), ...lintEffect(gate, content, [...path, 'effect'])];
  });

function lintCondition({ code, when }: Gate, path: Path): CriteriaRemark[] {
  if (when === undefined) return [error(path, 'GATE_UNQUANTIFIED', { code })];
  return readsNothing(when) ? [error(path, 'GATE_ASKS_NOTHING', { code })] : [];
}

/** What stands in for a condition: `0`, `1 = 1`. */
function readsNothing(when: string): boolean {
  const parsed = parseFormula(when);
  return parsed.ok && [...nodesOf(parsed.tree)].every((node) => node.kind !== 'element' && !asks(node));
}

const asks = (node: FormulaNode): boolean =>
  node.kind === 'call' && (node.name === 'months' || node.name === 'count');

function lintEffect({ code, effect }: Gate, content: CriteriaSetContent, path: Path): CriteriaRemark[] {
  if ('zero' in effect) {
    if (effect.zero === 'total') return [];
    return effect.of === undefined
      ? [error(path, 'GATE_WITHOUT_TARGET', { code })]
      : lintReach(effect.zero, effect.of, content, [...path, 'of']);
  }
  const classes = classesOf(content);
  if ('down' in effect) return classes.length > 0 ? [] : [error(path, 'CLASSES_MISSING', { code })];
  const place = classes.indexOf(effect.atMost);
  if (place < 0) return [error([...path, 'atMost'], 'CLASS_UNKNOWN', { code: effect.atMost })];
  return place === 0
    ? [warning([...path, 'atMost'], 'GATE_WITHOUT_EFFECT', { code, class: effect.atMost })]
    : [];
}

function lintReach(
  kind: 'indicator' | 'criterion' | 'field',
  of: string,
  { indicators, fields }: CriteriaSetContent,
  path: Path,
): CriteriaRemark[] {
  const has = (items: readonly { readonly code: string }[]): boolean => items.some(({ code }) => code === of);
  if (kind === 'indicator') return has(indicators) ? [] : [error(path, 'INDICATOR_UNKNOWN', { code: of })];
  if (kind === 'field') return has(fields) ? [] : [error(path, 'FIELD_UNKNOWN', { code: of })];
  const criteria = fields.flatMap((field) =>
    field.criteria.flatMap((criterion) => [criterion, ...criterion.subCriteria]),
  );
  const found = criteria.filter(({ code }) => code === of).length;
  if (found === 1) return [];
  return [error(path, found === 0 ? 'CRITERION_UNKNOWN' : 'CRITERION_AMBIGUOUS', { code: of })];
}

/** Codes of the classes from the highest down. */
const classesOf = ({ classification }: CriteriaSetContent): string[] =>
  [...(classification?.bands ?? [])].sort((a, b) => byUpperFirst(a.from, b.from)).map(({ code }) => code);

function byUpperFirst(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return Ratio.of(b).compare(Ratio.of(a));
}

/** Quotas of classes that do not exist, that overflow upwards, or for which nobody ranks. */
export const lintQuotas: Lint = (content) => {
  const quotas = content.classification?.quotas ?? [];
  const classes = classesOf(content);
  return quotas.flatMap((quota, index) => {
    const path = ['classification', 'quotas', index];
    const unknown = (['class', 'overflow'] as const).flatMap((name) =>
      classes.includes(quota[name]) ? [] : [error([...path, name], 'CLASS_UNKNOWN', { code: quota[name] })],
    );
    const upwards = classes.indexOf(quota.overflow) <= classes.indexOf(quota.class);
    const twice = quotas.slice(0, index).some((other) => other.class === quota.class);
    return [
      ...unknown,
      ...(unknown.length === 0 && upwards
        ? [
            error([...path, 'overflow'], 'QUOTA_OVERFLOW_HIGHER', {
              class: quota.class,
              overflow: quota.overflow,
            }),
          ]
        : []),
      ...(twice ? [error([...path, 'class'], 'QUOTA_TWICE', { class: quota.class })] : []),
      ...(ranks(content, quota) ? [] : [error([...path, 'within'], 'QUOTA_NOT_RANKED')]),
    ];
  });
};

/** A ranking of all serves the quota of a group too; not the other way round. */
const ranks = ({ ranking }: CriteriaSetContent, { within }: Quota): boolean =>
  ranking.within === 'administration' || ranking.within === within;
