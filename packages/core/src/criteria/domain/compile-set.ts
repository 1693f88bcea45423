import type { CriteriaSetContent } from '@nhip/contracts';
import { compileIndicator, type IndicatorScore, type ScoreIndicator } from './compile-indicator.js';
import { compileTotals, type TotalUnit, type UnitTotal } from './compile-totals.js';
import type { UnitFigures } from './figures.js';

/** A set version ready to score: every number of it read once. */
export interface CompiledSet {
  readonly indicators: ReadonlyMap<string, ScoreIndicator>;
  readonly total: TotalUnit;
}

export interface UnitScores {
  readonly scores: ReadonlyMap<string, IndicatorScore>;
  readonly total: UnitTotal;
}

export const compileSet = (content: CriteriaSetContent): CompiledSet => ({
  indicators: new Map(content.indicators.map((indicator) => [indicator.code, compileIndicator(indicator)])),
  total: compileTotals(content),
});

/** Figures of one unit → its scores by indicator and its total. Pure: the same figures give the same scores. */
export function scoreUnit(set: CompiledSet, unit: UnitFigures): UnitScores {
  const scores = new Map<string, IndicatorScore>();
  for (const [code, score] of set.indicators) scores.set(code, score(unit));
  return { scores, total: set.total(scores) };
}
