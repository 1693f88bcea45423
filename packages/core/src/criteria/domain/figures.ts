import type { TraceStep } from '@nhip/contracts';
import type { Ratio } from '../../shared/index.js';

/** The four states of a figure (số không là một giá trị): a true zero is a value, a blank never is. */
export type Figure =
  /** With `blanks`, calculated with missing figures counted as 0. */
  | { readonly state: 'value'; readonly value: Ratio; readonly blanks?: true }
  | { readonly state: 'nothing' | 'not-applicable' | 'missing' };

export const missingFigure: Figure = { state: 'missing' };

/** Figures that are not the unit's own of this period; read only where the set asks for them (see `FormulaNeeds`). */
export interface ElsewhereFigures {
  /** The unit's own, `offset` periods on: −1 is the period before. */
  at(element: string, offset: number): Figure;
  /** The unit's own, summed over the periods of this kind since 1 January up to this one. */
  yearToDate(element: string): Figure;
  /** Of the unit above it in the tree. */
  parent(element: string): Figure;
  /** Units that take part; of an element, those of them that have a value. Undefined on samples that do not say. */
  count(element?: string): Ratio | undefined;
}

/** What the evaluation is given of one unit. */
export interface UnitFigures {
  readonly unitType: string;
  /** Its peer group (khối, nhóm) on the cut-off day. */
  readonly groupId?: string | null;
  /** Whole months of the period; undefined where it is not made of whole months. */
  readonly months: Ratio | undefined;
  /** The figure of the period by code of its data element; one that is not there is missing. */
  readonly figures: ReadonlyMap<string, Figure>;
  /** Absent: all of it is missing. */
  readonly elsewhere?: ElsewhereFigures;
  /** Points decided by people, by indicator. */
  readonly appraised?: ReadonlyMap<string, Ratio>;
  /** Tells how a calculated figure came about; there once the set has completed the figures. */
  readonly explain?: (element: string, trace: TraceStep[]) => void;
}
