export { CriteriaModule } from './criteria.module.js';
export {
  brokenChecks,
  partsOverWhole,
  type BrokenCheck,
  type PartOverWhole,
} from './domain/check-figures.js';
export {
  appliesTo,
  compileIndicator,
  type IndicatorScore,
  type ScoreState,
} from './domain/compile-indicator.js';
export {
  compileSet,
  populationOf,
  scoreUnit,
  type CompiledSet,
  type UnitScores,
} from './domain/compile-set.js';
export type { FieldTotal, UnitTotal, UnrankedReason } from './domain/compile-totals.js';
export { missingFigure, type ElsewhereFigures, type Figure, type UnitFigures } from './domain/figures.js';
export { needsNothing, type FormulaNeeds } from './formula/needs.js';
export { lint } from './domain/lint.js';
export { namesIn } from './domain/names-in.js';
export { bestPoints, leastPoints } from './domain/points-range.js';
export { PopulationCount, type Population } from './domain/population.js';
export { monthsOf, periodFigure } from './domain/period-figure.js';
export { compileRoundedTotal } from './domain/total-limits.js';
export { asText, note } from './domain/trace.js';
export { indicatorsIn, indicatorsOf } from './domain/tree.js';
export { criteriaSetVersion, type IssuedSetVersion } from './queries/criteria-set-version.js';
export { criteriaSetWorkbook } from './exchange/write-workbook.js';
export { ExportCriteriaSet } from './queries/export-criteria-set.query.js';
export { GetCriteriaSetVersion } from './queries/get-criteria-set-version.query.js';
export { GetCriteriaSet, ListCriteriaSets } from './queries/list-criteria-sets.query.js';
export { ListIndicators } from './queries/list-indicators.query.js';
export { PreviewCriteriaSet } from './queries/preview-criteria-set.query.js';
export { PreviewFormula } from './queries/preview-formula.query.js';
export { readyCriteriaSets } from './ready-sets.js';
export {
  CreateCriteriaSet,
  createCriteriaSet,
  type CreatedCriteriaSet,
} from './use-cases/create-criteria-set.use-case.js';
export {
  DraftCriteriaSetVersion,
  draftCriteriaSetVersion,
  type DraftVersionCommand,
} from './use-cases/draft-criteria-set-version.use-case.js';
export {
  EditCriteriaSet,
  editCriteriaSet,
  type EditCriteriaSetCommand,
} from './use-cases/edit-criteria-set.use-case.js';
export {
  IssueCriteriaSet,
  issueCriteriaSet,
  type IssueCriteriaSetCommand,
  type IssuedCriteriaSet,
} from './use-cases/issue-criteria-set.use-case.js';
export {
  IssueReadyCriteriaSet,
  issueReadyCriteriaSet,
  type ReadyCriteriaSet,
} from './use-cases/issue-ready-criteria-set.use-case.js';
export {
  ImportCriteriaSet,
  type ImportCriteriaSetCommand,
} from './use-cases/import-criteria-set.use-case.js';
