import type { FigureSource, FigureState, PublishedFigure } from '@nhip/contracts';
import type { Day } from '../../shared/index.js';

/** One version of a figure as it is stored. */
export interface FigureRow {
  readonly unitId: string;
  readonly element: string;
  /** First day of the month, of monthly elements. */
  readonly month: Day | null;
  readonly start: Day;
  readonly end: Day;
  readonly side: 'unit' | 'secretariat';
  readonly state: FigureState;
  /** Exact decimal text; null but for the state `value`. */
  readonly value: string | null;
  readonly note: string | null;
  readonly source: FigureSource | null;
  readonly illustrative: boolean;
  readonly published: PublishedFigure | null;
}

/** A figure as it stands, with the day on which it was given. */
export interface CurrentFigure extends FigureRow {
  readonly version: number;
  readonly validOn: Day;
}
