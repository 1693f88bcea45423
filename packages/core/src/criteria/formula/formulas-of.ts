import type { CriteriaSetContent, Expression } from '@nhip/contracts';
import type { Path } from '../domain/remarks.js';

/** A formula of a set with the place where it stands and what is known there. */
export interface PlacedFormula {
  readonly path: Path;
  readonly text: string;
  /** Division by zero follows a declared policy (numerators and denominators). */
  readonly zeroDeclared: boolean;
  /** Points and values are known: a gate. */
  readonly results: boolean;
}

/** Every formula of the set. */
export function formulasOf(content: CriteriaSetContent): PlacedFormula[] {
  const plain = { zeroDeclared: false, results: false };
  const parts = (of: Parts, path: Path): PlacedFormula[] =>
    (['numerator', 'denominator'] as const).flatMap((side) =>
      inExpression(of[side], [...path, side], { ...plain, zeroDeclared: true }),
    );
  return [
    ...content.dataElements.flatMap(({ formula }, index) =>
      formula === undefined ? [] : [{ ...plain, path: ['dataElements', index, 'formula'], text: formula }],
    ),
    ...content.indicators.flatMap((indicator, index) => [
      ...parts(indicator, ['indicators', index]),
      ...(indicator.rule.type === 'composed'
        ? indicator.rule.parts.flatMap((part, at) => parts(part, ['indicators', index, 'rule', 'parts', at]))
        : []),
    ]),
    ...content.checks.flatMap(({ left, right }, index) => [
      ...inExpression(left, ['checks', index, 'left'], plain),
      ...inExpression(right, ['checks', index, 'right'], plain),
    ]),
    ...content.gates.flatMap(({ when }, index) =>
      when === undefined
        ? []
        : [{ path: ['gates', index, 'when'], text: when, zeroDeclared: false, results: true }],
    ),
  ];
}

interface Parts {
  readonly numerator: Expression;
  readonly denominator?: Expression | undefined;
}

function inExpression(
  expression: Expression | undefined,
  path: Path,
  rest: Pick<PlacedFormula, 'zeroDeclared' | 'results'>,
): PlacedFormula[] {
  return expression !== undefined && 'formula' in expression
    ? [{ ...rest, path: [...path, 'formula'], text: expression.formula }]
    : [];
}
