import type { CriteriaSetContent } from '@nhip/contracts';
import { compileCalculated } from '../formula/calculated.js';
import { needsOf, type FormulaNeeds } from '../formula/needs.js';
import { compileIndicator, type ScoreIndicator } from './compile-indicator.js';
import type { IndicatorScore, Scores } from './compile-outcome.js';
import { compileTotals, type TotalUnit, type UnitTotal } from './compile-totals.js';
import type { UnitFigures } from './figures.js';
import { PopulationCount, type Population, type RelativeIndicator } from './population.js';

/** A set version ready to score: every number of it read once. */
export interface CompiledSet {
  /** What has to be read besides the units' own figures of the period. */
  readonly needs: FormulaNeeds;
  /** The given figures of a unit with the calculated ones; the same unit where the set has none. */
  readonly complete: (unit: UnitFigures) => UnitFigures;
  readonly indicators: ReadonlyMap<string, ScoreIndicator>;
  readonly total: TotalUnit;
  /** Indicators whose points depend on other units; where there are none, one pass scores all. */
  readonly relative: readonly RelativeIndicator[];
}

export interface UnitScores {
  readonly scores: Scores;
  readonly total: UnitTotal;
}

export function compileSet(content: CriteriaSetContent): CompiledSet {
  const indicators = new Map(
    content.indicators.map((indicator) => [indicator.code, compileIndicator(indicator)]),
  );
  return {
    needs: needsOf(content),
    complete: compileCalculated(content),
    indicators,
    total: compileTotals(content),
    relative: relativeOf(content, indicators),
  };
}

const relativeOf = (
  { indicators }: CriteriaSetContent,
  compiled: CompiledSet['indicators'],
): RelativeIndicator[] =>
  indicators.flatMap(({ code, rule }) => {
    const score = compiled.get(code);
    return score !== undefined && 'within' in rule
      ? [{ code, within: rule.within, valueOf: (unit: UnitFigures) => score(unit).value }]
      : [];
  });

/** What the set's relative rules need of all units that are compared with one another. */
export function populationOf(set: CompiledSet, units: Iterable<UnitFigures>): Population {
  const count = new PopulationCount(set.relative);
  for (const unit of units) count.add(set.complete(unit));
  return count.done();
}

/**
 * Figures of one unit → its scores by indicator and its total. Pure: the same figures give the same scores. Without
 * the population, relative indicators and with them the total are not settled.
 */
export function scoreUnit(set: CompiledSet, given: UnitFigures, population?: Population): UnitScores {
  const unit = set.complete(given);
  const scores = new Map<string, IndicatorScore>();
  for (const [code, score] of set.indicators) scores.set(code, score(unit, undefined, population));
  return { scores, total: set.total(scores, unit) };
}
