import type { FormulaNode } from '../criteria/formula/syntax.js';

/** A fraction as it stands, never reduced; the denominator above zero. */
export type Pair = readonly [bigint, bigint];
type SaidFigure = 'value' | 'nothing' | 'blank';
/** `Z`: a division by zero; `M`: missing; `N`: not applicable. */
export type Said = { readonly pair: Pair; readonly figures: readonly SaidFigure[] } | 'Z' | 'M' | 'N';
export type OracleFigure = Pair | 'nothing' | 'missing' | 'not-applicable';

export interface OracleWorld {
  readonly blanksAreZero: boolean;
  readonly months: bigint | undefined;
  readonly own: Readonly<Record<string, OracleFigure>>;
  readonly back: (code: string, periods: number) => OracleFigure;
  readonly toDate: (code: string) => OracleFigure;
  readonly above: (code: string) => OracleFigure;
  readonly units: (code: string | undefined) => bigint;
}

/**
 * What a formula says, from the definition of the language alone: plain recursion over the tree on pairs of whole
 * numbers. It shares nothing with the evaluator but the tree.
 */
export function formulaOracle(node: FormulaNode, world: OracleWorld): Said {
  const say = (inner: FormulaNode): Said => formulaOracle(inner, world);
  const constant = (whole: bigint): Said => ({ pair: [whole, 1n], figures: [] });
  const figure = (is: OracleFigure, zero = world.blanksAreZero): Said => {
    if (is === 'not-applicable') return 'N';
    if (is === 'missing') return zero ? { pair: [0n, 1n], figures: ['blank'] } : 'M';
    return is === 'nothing' ? { pair: [0n, 1n], figures: ['nothing'] } : { pair: is, figures: ['value'] };
  };
  switch (node.kind) {
    case 'number': {
      const [whole = '', decimals = ''] = node.text.split('.');
      const below = 10n ** BigInt(decimals.length + (node.percent ? 2 : 0));
      return { pair: [BigInt(whole + decimals), below], figures: [] };
    }
    case 'element':
      return figure(world.own[node.code] ?? 'missing');
    case 'negative':
      return map(say(node.node), ([n, d]) => [-n, d]);
    case 'not':
      return map(say(node.node), ([n]) => [n === 0n ? 1n : 0n, 1n]);
    case 'sum':
      return addable(
        node.terms.map(({ sign, node: term }) => map(say(term), ([n, d]) => [sign === '-' ? -n : n, d])),
        add,
      );
    case 'product': {
      const said = node.factors.map(({ node: factor }) => say(factor));
      if (said.includes('N')) return 'N';
      if (said.includes('M')) return 'M';
      if (said.includes('Z')) return 'Z';
      let result = pairOf(said[0]);
      for (const [index, { operator }] of node.factors.entries()) {
        if (index === 0) continue;
        const [n, d] = pairOf(said[index]);
        if (operator === '/' && n === 0n) return 'Z';
        result = operator === '*' ? times(result, [n, d]) : times(result, n < 0n ? [-d, -n] : [d, n]);
      }
      return { pair: result, figures: said.flatMap(figuresOf) };
    }
    case 'comparison': {
      const sides = [say(node.left), say(node.right)];
      if (sides.includes('N')) return 'N';
      if (sides.includes('M')) return 'M';
      if (sides.includes('Z')) return 'Z';
      const order = compare(pairOf(sides[0]), pairOf(sides[1]));
      const met = {
        '<': order < 0n,
        '<=': order <= 0n,
        '=': order === 0n,
        '<>': order !== 0n,
        '>=': order >= 0n,
        '>': order > 0n,
      }[node.operator];
      return { pair: [met ? 1n : 0n, 1n], figures: sides.flatMap(figuresOf) };
    }
    case 'and':
    case 'or': {
      const said: Said[] = [];
      for (const part of node.parts) {
        const one = say(part);
        if (typeof one === 'object' && (one.pair[0] !== 0n) === (node.kind === 'or'))
          return { pair: [node.kind === 'or' ? 1n : 0n, 1n], figures: one.figures };
        said.push(one);
      }
      const undecided: Pair = [node.kind === 'or' ? 0n : 1n, 1n];
      return map(addable(said, add), () => undecided);
    }
    case 'call':
      return call(node.name, node.args);
  }

  function call(name: string, args: readonly FormulaNode[]): Said {
    const [first, second, third] = args as [FormulaNode, FormulaNode, FormulaNode];
    const code = first?.kind === 'element' ? first.code : '';
    switch (name) {
      case 'sum':
        return addable(args.map(say), add);
      case 'min':
        return addable(args.map(say), (a, b) => (compare(b, a) < 0n ? b : a));
      case 'max':
        return addable(args.map(say), (a, b) => (compare(b, a) > 0n ? b : a));
      case 'abs':
        return map(say(first), ([n, d]) => [n < 0n ? -n : n, d]);
      case 'floor':
        return map(say(first), (of) => [floor(of), 1n]);
      case 'ceil':
        return map(say(first), ([n, d]) => [-floor([-n, d]), 1n]);
      case 'round': {
        const scale = 10n ** BigInt(second?.kind === 'number' ? second.text : '0');
        return map(say(first), ([n, d]) => {
          const half = floor([2n * (n < 0n ? -n : n) * scale + d, 2n * d]);
          return [n < 0n ? -half : half, scale];
        });
      }
      case 'if': {
        const condition = say(first);
        if (typeof condition === 'string') return condition;
        const chosen = say(condition.pair[0] === 0n ? third : second);
        return typeof chosen === 'string'
          ? chosen
          : { ...chosen, figures: [...condition.figures, ...chosen.figures] };
      }
      case 'coalesce': {
        const strict = { ...world, blanksAreZero: false };
        const said = args.map((arg, index) => formulaOracle(arg, index < args.length - 1 ? strict : world));
        const known = said.find((one) => typeof one === 'object');
        return known ?? (said.includes('M') ? 'M' : (said.at(-1) ?? 'N'));
      }
      case 'months':
        return world.months === undefined ? 'M' : constant(world.months);
      case 'count':
        return constant(world.units(first === undefined ? undefined : code));
      case 'previous':
        return figure(world.back(code, 1));
      case 'offset':
        return figure(
          world.back(
            code,
            second.kind === 'negative' && second.node.kind === 'number' ? Number(second.node.text) : 0,
          ),
        );
      case 'ytd':
        return figure(world.toDate(code));
      case 'share': {
        const own = figure(world.own[code] ?? 'missing');
        const above = figure(world.above(code));
        if (own === 'N' || above === 'N') return 'N';
        if (own === 'M' || above === 'M') return 'M';
        const [n, d] = pairOf(above);
        if (n === 0n) return 'Z';
        return {
          pair: times(pairOf(own), n < 0n ? [-d, -n] : [d, n]),
          figures: [own, above].flatMap(figuresOf),
        };
      }
      default:
        throw new Error(name);
    }
  }
}

function addable(said: readonly Said[], fold: (a: Pair, b: Pair) => Pair): Said {
  if (said.includes('M')) return 'M';
  if (said.includes('Z')) return 'Z';
  const known = said.filter((one) => typeof one === 'object');
  const [first, ...others] = known;
  if (first === undefined) return 'N';
  const pair = others.reduce((total, one) => fold(total, one.pair), first.pair);
  return { pair, figures: known.flatMap(figuresOf) };
}

const map = (said: Said, by: (pair: Pair) => Pair): Said =>
  typeof said === 'string' ? said : { ...said, pair: by(said.pair) };
const pairOf = (said: Said | undefined): Pair => (typeof said === 'object' ? said.pair : [0n, 1n]);
const figuresOf = (said: Said): readonly SaidFigure[] => (typeof said === 'object' ? said.figures : []);
const add = ([a, b]: Pair, [c, d]: Pair): Pair => [a * d + c * b, b * d];
const times = ([a, b]: Pair, [c, d]: Pair): Pair => [a * c, b * d];
const compare = ([a, b]: Pair, [c, d]: Pair): bigint => a * d - c * b;
const floor = ([n, d]: Pair): bigint => (n >= 0n ? n / d : -((-n + d - 1n) / d));
