import { type FormulaNode } from './syntax.js';

/** How tightly a node holds together; what stands inside must hold tighter, or it is put in brackets. */
const TIGHTNESS: Readonly<Record<FormulaNode['kind'], number>> = {
  or: 1,
  and: 2,
  not: 3,
  comparison: 4,
  sum: 5,
  product: 6,
  negative: 7,
  number: 8,
  element: 8,
  call: 8,
};

/** The tree as text that reads back as the same tree. */
export function printFormula(node: FormulaNode): string {
  switch (node.kind) {
    case 'number':
      return `${node.text}${node.percent ? '%' : ''}`;
    case 'element':
      return `[${node.code}]`;
    case 'sum':
      return chain(node.terms.map(({ sign, node: term }) => [sign, inside(term, 6)]));
    case 'product':
      return chain(node.factors.map(({ operator, node: factor }) => [operator, inside(factor, 7)]));
    case 'negative':
      return `-${inside(node.node, 7)}`;
    case 'not':
      return `not ${inside(node.node, 3)}`;
    case 'comparison':
      return `${inside(node.left, 5)} ${node.operator} ${inside(node.right, 5)}`;
    case 'and':
      return node.parts.map((part) => inside(part, 3)).join(' and ');
    case 'or':
      return node.parts.map((part) => inside(part, 2)).join(' or ');
    case 'call':
      return `${node.name}(${node.args.map(printFormula).join(', ')})`;
  }
}

const inside = (node: FormulaNode, least: number): string =>
  TIGHTNESS[node.kind] >= least ? printFormula(node) : `(${printFormula(node)})`;

/** The operator before the first part is not written. */
const chain = (parts: readonly (readonly [string, string])[]): string =>
  parts.map(([operator, text], index) => (index === 0 ? text : ` ${operator} ${text}`)).join('');
