import type { CriteriaSetContent, FigureCheck, Indicator } from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';
import { holds } from './compare.js';
import { appliesTo } from './compile-indicator.js';
import type { UnitFigures } from './figures.js';
import { compileExpression, type ReadExpression } from './read-expression.js';

/** An identity of the set that does not hold for a unit. */
export interface BrokenCheck {
  readonly check: FigureCheck;
  readonly left: Ratio;
  readonly right: Ratio;
  /** left − right, with its sign: what lacks or is over. */
  readonly residual: Ratio;
}

/** A unit's own identities that do not hold within their tolerance; one whose figures are not all there is undecided and not given. */
export function brokenChecks({ checks }: CriteriaSetContent, unit: UnitFigures): BrokenCheck[] {
  return checks.flatMap((check) => {
    if (check.scope === 'cycle' || !appliesTo(check.unitTypes)(unit.unitType)) return [];
    const left = compileExpression(check.left)(unit);
    const right = compileExpression(check.right)(unit);
    if (left.state !== 'value' || right.state !== 'value') return [];
    const residual = left.value.minus(right.value);
    const met =
      holds(left.value, check.comparison, right.value) ||
      residual.absolute().compare(Ratio.of(check.tolerance)) <= 0;
    return met ? [] : [{ check, left: left.value, right: right.value, residual }];
  });
}

/** A numerator over the denominator of which it is declared a part: refused at entry. */
export interface PartOverWhole {
  readonly indicator: Indicator;
  readonly numerator: Ratio;
  readonly denominator: Ratio;
}

export function partsOverWhole({ indicators }: CriteriaSetContent, unit: UnitFigures): PartOverWhole[] {
  return indicators.flatMap((indicator) => {
    if (!indicator.declaredPart || indicator.denominator === undefined) return [];
    const numerator = valueOf(compileExpression(indicator.numerator), unit);
    const denominator = valueOf(compileExpression(indicator.denominator), unit);
    if (numerator === undefined || denominator === undefined) return [];
    return numerator.compare(denominator) > 0 ? [{ indicator, numerator, denominator }] : [];
  });
}

function valueOf(read: ReadExpression, unit: UnitFigures): Ratio | undefined {
  const reading = read(unit);
  return reading.state === 'value' ? reading.value : undefined;
}
