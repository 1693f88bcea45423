import { scoreUnit, type IssuedSetVersion, type UnitFigures, type UnitTotal } from '../../criteria/index.js';
import { scoreRow, totalRow, type ScoreRow, type TotalRow } from './score-rows.js';

/** A unit to be scored; an excused one has a total without points that says so. */
export interface UnitToScore {
  readonly unitId: string;
  readonly excused: boolean;
  readonly groupId: string | null;
}

export interface CycleScores {
  readonly rows: readonly ScoreRow[];
  readonly totals: readonly TotalRow[];
}

const excused: UnitTotal = { fields: [], unranked: 'EXCUSED' };

/** Figures of every unit → all rows of the run. Pure: the same figures give the same rows. */
export function scoreCycle(
  set: Pick<IssuedSetVersion, 'compiled'>,
  units: readonly UnitToScore[],
  figures: ReadonlyMap<string, UnitFigures>,
): CycleScores {
  const rows: ScoreRow[] = [];
  const totals: TotalRow[] = [];
  for (const { unitId, groupId, excused: left } of units) {
    const ofUnit = figures.get(unitId);
    if (left || ofUnit === undefined) {
      totals.push(totalRow(unitId, groupId, excused));
      continue;
    }
    const { scores, total } = scoreUnit(set.compiled, ofUnit);
    for (const score of scores.values()) rows.push(scoreRow(unitId, score));
    totals.push(totalRow(unitId, groupId, total));
  }
  return { rows, totals };
}
