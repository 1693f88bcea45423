import type { Comparison } from '@nhip/contracts';

/** `<>` is known in formulas only; limits of the set do without it. */
export type FormulaComparison = Comparison | '<>';

/** A formula as a tree. `at` is the offset in the text, from 0; chains are one node with many parts. */
export type FormulaNode = { readonly at: number } & (
  | { readonly kind: 'number'; readonly text: string; readonly percent: boolean }
  | { readonly kind: 'element'; readonly code: string }
  | {
      readonly kind: 'sum';
      readonly terms: readonly { readonly sign: '+' | '-'; readonly node: FormulaNode }[];
    }
  | {
      readonly kind: 'product';
      readonly factors: readonly { readonly operator: '*' | '/'; readonly node: FormulaNode }[];
    }
  | { readonly kind: 'negative' | 'not'; readonly node: FormulaNode }
  | {
      readonly kind: 'comparison';
      readonly operator: FormulaComparison;
      readonly left: FormulaNode;
      readonly right: FormulaNode;
    }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly FormulaNode[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly FormulaNode[] }
);

export type NodeOf<Kind extends FormulaNode['kind']> = Extract<FormulaNode, { kind: Kind }>;

export function childrenOf(node: FormulaNode): readonly FormulaNode[] {
  switch (node.kind) {
    case 'number':
    case 'element':
      return [];
    case 'sum':
      return node.terms.map((term) => term.node);
    case 'product':
      return node.factors.map((factor) => factor.node);
    case 'negative':
    case 'not':
      return [node.node];
    case 'comparison':
      return [node.left, node.right];
    case 'and':
    case 'or':
      return node.parts;
    case 'call':
      return node.args;
  }
}

/** The node and all below it, outermost first. */
export function* nodesOf(node: FormulaNode): Generator<FormulaNode> {
  yield node;
  for (const child of childrenOf(node)) yield* nodesOf(child);
}

/** Where an offset stands, for people: both from 1. */
export function placeIn(text: string, at: number): { readonly line: string; readonly column: string } {
  const before = text.slice(0, at).split('\n');
  return { line: String(before.length), column: String((before.at(-1)?.length ?? 0) + 1) };
}
