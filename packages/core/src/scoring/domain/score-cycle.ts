import {
  scoreUnit,
  type IssuedSetVersion,
  type Population,
  type UnitFigures,
  type UnitTotal,
} from '../../criteria/index.js';
import { scoreLine, totalRow, type TotalRow } from './score-rows.js';

/** A unit to be scored; an excused one has a total without points that says so. */
export interface UnitToScore {
  readonly unitId: string;
  readonly excused: boolean;
  readonly groupId: string | null;
}

export interface ScoredUnitRows {
  /** One for each indicator, in order of its code ("C" collation). */
  readonly lines: readonly string[];
  readonly total: TotalRow;
}

const excusedTotal: UnitTotal = { fields: [], unranked: 'EXCUSED' };

/** Figures of a unit → its rows of a run. Pure: the same figures give the same rows, byte by byte. */
export function scoreRowsOf(
  set: Pick<IssuedSetVersion, 'compiled'>,
  { unitId, groupId, excused }: UnitToScore,
  figures: UnitFigures | undefined,
  population?: Population,
): ScoredUnitRows {
  if (excused || figures === undefined) return { lines: [], total: totalRow(unitId, groupId, excusedTotal) };
  const { scores, total } = scoreUnit(set.compiled, figures, population);
  const lines = [...scores.values()].map(scoreLine).sort();
  return { lines, total: totalRow(unitId, groupId, total) };
}
