import fc from 'fast-check';
import type { FormulaNode } from '../criteria/formula/syntax.js';

/** A tree without places in a text. */
type Shape = FormulaNode;
const node = (of: object): Shape => ({ at: 0, ...of }) as Shape;

export const elementCodes = ['a', 'b', 'TTHC.dung-han', 'constructor', 'toString'] as const;
const element = fc.constantFrom(...elementCodes).map((code) => node({ kind: 'element', code }));
const number = fc
  .record({
    text: fc.oneof(
      fc.nat(20).map(String),
      fc.tuple(fc.nat(9), fc.stringMatching(/^\d{1,3}$/)).map(([whole, decimals]) => `${whole}.${decimals}`),
    ),
    percent: fc.boolean(),
  })
  .map((of) => node({ kind: 'number', ...of }));
const whole = (most: number) =>
  fc.integer({ min: 1, max: most }).map((n) => node({ kind: 'number', text: String(n), percent: false }));
const call = (name: string, args: readonly Shape[]): Shape => node({ kind: 'call', name, args });

/** Formulas that are right: every function with its arguments, nested a few levels. */
export const formulaTrees: fc.Arbitrary<FormulaNode> = fc.letrec<{ tree: Shape }>((tie) => {
  const tree = tie('tree');
  const some = fc.array(tree, { minLength: 1, maxLength: 3 });
  const many = fc.array(tree, { minLength: 2, maxLength: 4 });
  const leaf = fc.oneof(
    { weight: 4, arbitrary: element },
    { weight: 3, arbitrary: number },
    element.map((of) => call('previous', [of])),
    fc.tuple(element, whole(4)).map(([of, n]) => call('offset', [of, node({ kind: 'negative', node: n })])),
    element.map((of) => call('ytd', [of])),
    element.map((of) => call('share', [of])),
    fc.option(element, { nil: undefined }).map((of) => call('count', of === undefined ? [] : [of])),
    fc.constant(call('months', [])),
  );
  const inner = fc.oneof(
    fc
      .tuple(tree, fc.array(fc.tuple(fc.constantFrom('+', '-'), tree), { minLength: 1, maxLength: 3 }))
      .map(([first, rest]) =>
        node({
          kind: 'sum',
          terms: [{ sign: '+', node: first }, ...rest.map(([sign, of]) => ({ sign, node: of }))],
        }),
      ),
    fc
      .tuple(tree, fc.array(fc.tuple(fc.constantFrom('*', '/'), tree), { minLength: 1, maxLength: 3 }))
      .map(([first, rest]) =>
        node({
          kind: 'product',
          factors: [
            { operator: '*', node: first },
            ...rest.map(([operator, of]) => ({ operator, node: of })),
          ],
        }),
      ),
    fc.tuple(fc.constantFrom('negative', 'not'), tree).map(([kind, of]) => node({ kind, node: of })),
    fc
      .tuple(fc.constantFrom('<', '<=', '=', '<>', '>=', '>'), tree, tree)
      .map(([operator, left, right]) => node({ kind: 'comparison', operator, left, right })),
    fc.tuple(fc.constantFrom('and', 'or'), many).map(([kind, parts]) => node({ kind, parts })),
    fc.tuple(fc.constantFrom('sum', 'min', 'max'), some).map(([name, args]) => call(name, args)),
    many.map((args) => call('coalesce', args)),
    fc.tuple(tree, tree, tree).map((args) => call('if', args)),
    fc.tuple(fc.constantFrom('abs', 'floor', 'ceil', 'round'), tree).map(([name, arg]) => call(name, [arg])),
    fc.tuple(tree, whole(4)).map((args) => call('round', args)),
  );
  return { tree: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaf, inner) };
}).tree;
