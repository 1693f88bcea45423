// The rules without modules, queries and database: what other rules use, and what the mutants of theirs are held against.
export { brokenChecks, partsOverWhole, type BrokenCheck, type PartOverWhole } from './check-figures.js';
export { appliesTo, compileIndicator, type IndicatorScore, type ScoreState } from './compile-indicator.js';
export { compileSet, populationOf, scoreUnit, type CompiledSet, type UnitScores } from './compile-set.js';
export type { FieldTotal, UnitTotal, UnrankedReason } from './compile-totals.js';
export { missingFigure, type ElsewhereFigures, type Figure, type UnitFigures } from './figures.js';
export { lint } from './lint.js';
export { namesIn } from './names-in.js';
export { bestPoints, leastPoints } from './points-range.js';
export { PopulationCount, type Population } from './population.js';
export { monthsOf, periodFigure } from './period-figure.js';
export { compileRoundedTotal } from './total-limits.js';
export { asText, note } from './trace.js';
export { indicatorsIn, indicatorsOf } from './tree.js';
