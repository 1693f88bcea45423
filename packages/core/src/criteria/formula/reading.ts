import type { Ratio } from '../../shared/index.js';
import type { Figure, UnitFigures } from '../domain/figures.js';
import type { Trace } from '../domain/trace.js';

/** Points and values of the unit, where a formula is read after scoring (gates). */
export interface FormulaResults {
  /** Points of an indicator, a criterion or a field. */
  points(code: string): Figure;
  /** Value of an indicator. */
  value(code: string): Figure;
}

/** The figures that stand behind a number, as bits: constants have none. */
export enum Seen {
  NoFigure = 0,
  Nothing = 1,
  Something = 2,
  /** A missing figure that the formula counts as 0. */
  Blank = 4,
}

/** What an expression gives for one unit: a number, or the reason why there is none. */
export type Answer =
  | { readonly state: 'value'; readonly value: Ratio; readonly seen: Seen }
  | { readonly state: 'missing' | 'not-applicable' | 'zero-denominator'; readonly seen: Seen };
export type Given = Extract<Answer, { state: 'value' }>;
export type Undecided = Exclude<Answer, Given>;

export type ReadFormula = (unit: UnitFigures, trace?: Trace, results?: FormulaResults) => Answer;
export type Read = (unit: UnitFigures, trace: Trace, results: FormulaResults | undefined) => Answer;

export const missing: Undecided = { state: 'missing', seen: Seen.NoFigure };
export const notApplicable: Undecided = { state: 'not-applicable', seen: Seen.NoFigure };
export const zeroDenominator = (seen: Seen): Undecided => ({ state: 'zero-denominator', seen });
export const given = (value: Ratio, seen: Seen): Given => ({ state: 'value', value, seen });
export const both = (a: Seen, b: Seen): Seen => a | b;
export const hasBlank = (seen: Seen): boolean => Boolean(seen & Seen.Blank);
/** Of a figure that has a value. */
export const seenOf = ({ blanks }: Extract<Figure, { state: 'value' }>): Seen =>
  blanks ? Seen.Something | Seen.Blank : Seen.Something;
