import type { Ratio } from '../../shared/index.js';

/** The four states of a figure (số không là một giá trị): a true zero is a value, a blank never is. */
export type Figure =
  | { readonly state: 'value'; readonly value: Ratio }
  | { readonly state: 'nothing' | 'not-applicable' | 'missing' };

export const missingFigure: Figure = { state: 'missing' };

/** What the evaluation is given of one unit. */
export interface UnitFigures {
  readonly unitType: string;
  /** Whole months of the period; undefined where it is not made of whole months. */
  readonly months: Ratio | undefined;
  /** The figure of the period by code of its data element; one that is not there is missing. */
  readonly figures: ReadonlyMap<string, Figure>;
}
