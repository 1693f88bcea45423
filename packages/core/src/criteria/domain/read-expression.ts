import type { Expression } from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';
import { compileFormula } from '../formula/compile-formula.js';
import {
  given,
  missing,
  notApplicable,
  Seen,
  seenOf,
  type Answer,
  type ReadFormula,
} from '../formula/reading.js';
import { missingFigure, type UnitFigures } from './figures.js';
import { note, type Trace } from './trace.js';

export type ReadExpression = ReadFormula;

/**
 * Makes the reader of an expression. In a sum, what does not apply is left out (all of it: not applicable),
 * nothing occurred counts as 0 (all of it: `Seen.Nothing`), and one missing figure leaves the whole missing.
 */
export function compileExpression(expression: Expression): ReadExpression {
  const known = compiled.get(expression);
  if (known !== undefined) return known;
  const read = compile(expression);
  compiled.set(expression, read);
  return read;
}

/** Expressions of an issued set live as long as the set; checks ask for theirs once a unit. */
const compiled = new WeakMap<Expression, ReadExpression>();

function compile(expression: Expression): ReadExpression {
  if ('constant' in expression) {
    const constant = Ratio.of(expression.constant);
    return (_unit, trace) => {
      note(trace, 'CONSTANT', { value: constant });
      return given(constant, Seen.NoFigure);
    };
  }
  if ('period' in expression) return readMonths;
  if ('formula' in expression) return compileFormula(expression.formula, expression.blanks);
  const terms = [
    ...expression.plus.map((element) => ({ element, sign: '+' as const })),
    ...expression.minus.map((element) => ({ element, sign: '−' as const })),
  ];
  return (unit, trace) => readSum(terms, unit, trace);
}

const readMonths: ReadExpression = ({ months }, trace) => {
  if (months === undefined) {
    note(trace, 'MONTHS_UNKNOWN');
    return missing;
  }
  note(trace, 'MONTHS', { value: months });
  return given(months, Seen.NoFigure);
};

interface Term {
  readonly element: string;
  readonly sign: '+' | '−';
}

function readSum(terms: readonly Term[], unit: UnitFigures, trace: Trace): Answer {
  let sum = Ratio.zero;
  let seen = Seen.NoFigure;
  let blanks = 0;
  for (const { element, sign } of terms) {
    const figure = unit.figures.get(element) ?? missingFigure;
    if (trace !== undefined) unit.explain?.(element, trace);
    if (figure.state === 'value') {
      note(trace, 'FIGURE', { sign, element, value: figure.value });
      sum = sign === '+' ? sum.plus(figure.value) : sum.minus(figure.value);
      seen |= seenOf(figure);
    } else if (figure.state === 'nothing') {
      note(trace, 'FIGURE_NOTHING', { sign, element });
      seen |= Seen.Nothing;
    } else if (figure.state === 'missing') {
      note(trace, 'FIGURE_MISSING', { sign, element });
      blanks += 1;
    } else note(trace, 'FIGURE_NOT_APPLICABLE', { sign, element });
  }
  if (blanks > 0) return missing;
  return seen === Seen.NoFigure ? notApplicable : given(sum, seen);
}
