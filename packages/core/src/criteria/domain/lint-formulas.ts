import type { CriteriaRemark, CriteriaSetContent, DataElement, Expression } from '@nhip/contracts';
import { formsOfCalculated, orderOfCalculated } from '../formula/calculated.js';
import { checkFormula, type FormulaScope } from '../formula/check-formula.js';
import { formulasOf } from '../formula/formulas-of.js';
import { constantIn, linearForm, type FormOf, type LinearForm } from '../formula/linear-form.js';
import { parseFormula } from '../formula/parse-formula.js';
import { childrenOf, nodesOf, type FormulaNode } from '../formula/syntax.js';
import { error, warning, type Lint } from './remarks.js';
import { ruledOf } from './ruled.js';
import { asText } from './trace.js';
import { indicatorsOf } from './tree.js';

/** Formulas: readable, of known names, with safe divisions, in one measure where they add, and not circular. */
export const lintFormulas: Lint = (content) => {
  const elements = new Map(content.dataElements.map((element) => [element.code, element]));
  const known = knownIn(content);
  return [
    ...formulasOf(content).flatMap(({ path, text, zeroDeclared, results }) => {
      const parsed = parseFormula(text);
      if (!parsed.ok) return [error(path, parsed.fault.code, parsed.fault.params)];
      const { results: all, ...rest } = known;
      const scope = { ...rest, zeroDeclared, ...(results && { results: all }) };
      return [
        ...checkFormula(text, parsed.tree, scope).map(({ severity, code, params }) =>
          (severity === 'error' ? error : warning)(path, code, params),
        ),
        ...addedMeasures(parsed.tree, elements).map((measures) =>
          warning(path, 'MEASURES_DIFFER', { measures: measures.join(', ') }),
        ),
      ];
    }),
    ...lintCalculated(content),
    ...lintDenominators(content, known.formOf),
  ];
};

/** Denominators that are zero or below whatever the figures. */
function lintDenominators(content: CriteriaSetContent, formOf: FormOf): CriteriaRemark[] {
  return ruledOf(content).flatMap(({ ruled: { denominator }, path }) => {
    const form = denominator && formOfExpression(denominator, formOf);
    const value = form && constantIn(form);
    return value === undefined || value.sign() > 0
      ? []
      : [error([...path, 'denominator'], 'DENOMINATOR_NOT_POSITIVE', { value: asText(value) })];
  });
}

function formOfExpression(expression: Expression, formOf: FormOf): LinearForm | undefined {
  const parsed = parseFormula(formulaTextOf(expression));
  return parsed.ok ? linearForm(parsed.tree, formOf) : undefined;
}

/** An expression written as a formula. */
function formulaTextOf(expression: Expression): string {
  if ('formula' in expression) return expression.formula;
  if ('constant' in expression) return expression.constant;
  if ('period' in expression) return 'months()';
  const { plus, minus } = expression;
  return [...plus.map((code) => `+ [${code}]`), ...minus.map((code) => `- [${code}]`)].join(' ').slice(2);
}

/** What formulas of the set may name. */
export function knownIn(content: CriteriaSetContent): Omit<FormulaScope, 'zeroDeclared'> & {
  readonly results: NonNullable<FormulaScope['results']>;
  readonly formOf: FormOf;
} {
  const indicators = content.indicators.map(({ code }) => code);
  const nodes = content.fields.flatMap((field) => [
    field.code,
    ...field.criteria.flatMap(({ code, subCriteria }) => [code, ...subCriteria.map((sub) => sub.code)]),
    ...indicatorsOf(field),
  ]);
  return {
    elements: new Map(
      content.dataElements.map(({ code, formula, kind }) => [
        code,
        { calculated: formula !== undefined, yesNo: kind === 'yes-no' },
      ]),
    ),
    results: { points: new Set([...indicators, ...nodes]), indicators: new Set(indicators) },
    formOf: formsOfCalculated(content),
  };
}

function lintCalculated(content: CriteriaSetContent): CriteriaRemark[] {
  const { circle } = orderOfCalculated(content);
  const at = content.dataElements.findIndex(({ code }) => code === circle?.[0]);
  return [
    ...(circle === undefined
      ? []
      : [error(['dataElements', at, 'formula'], 'FORMULA_CIRCULAR', { circle: circle.join(' → ') })]),
    ...content.dataElements.flatMap(({ code, formula, frequency }, index) =>
      formula !== undefined && frequency === 'monthly'
        ? [error(['dataElements', index, 'frequency'], 'CALCULATED_MONTHLY', { code })]
        : [],
    ),
  ];
}

type Elements = ReadonlyMap<string, DataElement>;

/** Measures that are added or compared though they differ, one list for each such place. */
export function addedMeasures(tree: FormulaNode, elements: Elements): string[][] {
  return [...nodesOf(tree)].flatMap((node) => {
    const together =
      node.kind === 'sum' || node.kind === 'comparison' || (node.kind === 'call' && ALIKE.has(node.name));
    if (!together) return [];
    const measures = [...new Set(childrenOf(node).flatMap((child) => measureOf(child, elements) ?? []))];
    return measures.length > 1 ? [measures] : [];
  });
}

/** Functions whose arguments must be of one measure, and whose result has it. */
const ALIKE = new Set(['sum', 'min', 'max', 'coalesce']);
/** Functions whose result has the measure of their first argument. */
const KEEPS = new Set(['abs', 'round', 'floor', 'ceil', 'offset', 'previous', 'ytd']);

/** The measure a part is in; undefined where nothing says so (a number, a product). */
function measureOf(node: FormulaNode, elements: Elements): string | undefined {
  switch (node.kind) {
    case 'element':
      return elements.get(node.code)?.measure.vi;
    case 'negative':
      return measureOf(node.node, elements);
    case 'sum':
      return firstOf(childrenOf(node), elements);
    case 'call':
      if (KEEPS.has(node.name)) return firstOf(node.args.slice(0, 1), elements);
      if (node.name === 'if') return firstOf(node.args.slice(1), elements);
      return ALIKE.has(node.name) ? firstOf(node.args, elements) : undefined;
    case 'number':
    case 'product':
    case 'not':
    case 'comparison':
    case 'and':
    case 'or':
      return undefined;
  }
}

const firstOf = (nodes: readonly FormulaNode[], elements: Elements): string | undefined =>
  nodes.map((node) => measureOf(node, elements)).find((measure) => measure !== undefined);
