import type { FormulaNode } from './syntax.js';

/** Whether a formula cannot come out below zero, given the elements whose figures never are. */
export function neverNegative(node: FormulaNode, isCounted: (code: string) => boolean): boolean {
  const all = (nodes: readonly FormulaNode[]): boolean =>
    nodes.every((inner) => neverNegative(inner, isCounted));
  switch (node.kind) {
    case 'number':
    case 'not':
    case 'comparison':
    case 'and':
    case 'or':
      return true;
    case 'element':
      return isCounted(node.code);
    case 'negative':
      return false;
    case 'sum':
      return node.terms.every(({ sign }) => sign === '+') && all(node.terms.map((term) => term.node));
    case 'product':
      return all(node.factors.map((factor) => factor.node));
    case 'call':
      return ofCall(node.name, node.args, all);
  }
}

function ofCall(
  name: string,
  args: readonly FormulaNode[],
  all: (nodes: readonly FormulaNode[]) => boolean,
): boolean {
  switch (name) {
    case 'abs':
    case 'months':
    case 'count':
      return true;
    case 'max':
      return args.some((arg) => all([arg]));
    case 'if':
      return all(args.slice(1));
    case 'round':
    case 'offset':
    case 'previous':
    case 'ytd':
    case 'share':
      return all(args.slice(0, 1));
    case 'sum':
    case 'min':
    case 'coalesce':
    case 'floor':
    case 'ceil':
      return all(args);
    default:
      return false;
  }
}
