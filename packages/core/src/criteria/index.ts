export { CriteriaModule } from './criteria.module.js';
export * from './domain/index.js';
export { needsNothing, type FormulaNeeds } from './formula/needs.js';
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
