import { Ratio } from '../../shared/index.js';
import { printFormula } from './print-formula.js';
import type { FormulaComparison, FormulaNode } from './syntax.js';

/** Expressions, as printed, that are known not to be zero where something is read. */
export type Known = ReadonlySet<string>;

/** Whether the divisor can be shown never to be zero: by what it is, or by a condition that guards it. */
export function neverZero(node: FormulaNode, known: Known): boolean {
  if (known.has(printFormula(node))) return true;
  switch (node.kind) {
    case 'number':
      return /[1-9]/.test(node.text);
    case 'negative':
      return neverZero(node.node, known);
    case 'product':
      return node.factors.every(({ node: factor }) => neverZero(factor, known));
    case 'call':
      if (node.name === 'months') return true;
      if (node.name === 'abs') return node.args.every((arg) => neverZero(arg, known));
      return node.name === 'max' && node.args.some((arg) => positive(arg));
    case 'element':
    case 'sum':
    case 'not':
    case 'comparison':
    case 'and':
    case 'or':
      return false;
  }
}

const positive = (node: FormulaNode): boolean => node.kind === 'number' && /[1-9]/.test(node.text);

/** What is not zero where the condition holds (or where it does not). */
export function nonZeroWhere(condition: FormulaNode, holds: boolean, known: Known): Known {
  const found = new Set(known);
  const look = (node: FormulaNode, met: boolean): void => {
    if (node.kind === 'not') return look(node.node, !met);
    if (node.kind === (met ? 'and' : 'or')) return node.parts.forEach((part) => look(part, met));
    if (node.kind === 'comparison') {
      const { left, right } = node;
      const operator = met ? node.operator : OPPOSITE[node.operator];
      if (excludesZero(operator, right)) found.add(printFormula(left));
      if (excludesZero(MIRRORED[operator], left)) found.add(printFormula(right));
    } else if (met && (node.kind === 'element' || node.kind === 'call')) found.add(printFormula(node));
  };
  look(condition, holds);
  return found;
}

const OPPOSITE: Readonly<Record<FormulaComparison, FormulaComparison>> = {
  '<': '>=',
  '<=': '>',
  '=': '<>',
  '<>': '=',
  '>=': '<',
  '>': '<=',
};
const MIRRORED: Readonly<Record<FormulaComparison, FormulaComparison>> = {
  '<': '>',
  '<=': '>=',
  '=': '=',
  '<>': '<>',
  '>=': '<=',
  '>': '<',
};

/** Whether `x operator limit` is false for x = 0. */
function excludesZero(operator: FormulaComparison, limit: FormulaNode): boolean {
  const value = literal(limit);
  if (value === undefined) return false;
  const sign = value.sign();
  switch (operator) {
    case '<':
      return sign <= 0;
    case '<=':
      return sign < 0;
    case '=':
      return sign !== 0;
    case '<>':
      return sign === 0;
    case '>=':
      return sign > 0;
    case '>':
      return sign >= 0;
  }
}

function literal(node: FormulaNode): Ratio | undefined {
  if (node.kind === 'number') return Ratio.of(node.text);
  return node.kind === 'negative' ? literal(node.node)?.negated() : undefined;
}
