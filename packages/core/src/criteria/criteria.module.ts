import { Global, Module } from '@nestjs/common';
import { ExportCriteriaSet } from './queries/export-criteria-set.query.js';
import { GetCriteriaSetVersion } from './queries/get-criteria-set-version.query.js';
import { GetCriteriaSet, ListCriteriaSets } from './queries/list-criteria-sets.query.js';
import { ListIndicators } from './queries/list-indicators.query.js';
import { PreviewCriteriaSet } from './queries/preview-criteria-set.query.js';
import { PreviewFormula } from './queries/preview-formula.query.js';
import { CreateCriteriaSet } from './use-cases/create-criteria-set.use-case.js';
import { DraftCriteriaSetVersion } from './use-cases/draft-criteria-set-version.use-case.js';
import { EditCriteriaSet } from './use-cases/edit-criteria-set.use-case.js';
import { ImportCriteriaSet } from './use-cases/import-criteria-set.use-case.js';
import { IssueCriteriaSet } from './use-cases/issue-criteria-set.use-case.js';
import { IssueReadyCriteriaSet } from './use-cases/issue-ready-criteria-set.use-case.js';

const parts = [
  CreateCriteriaSet,
  EditCriteriaSet,
  DraftCriteriaSetVersion,
  IssueCriteriaSet,
  IssueReadyCriteriaSet,
  ListCriteriaSets,
  GetCriteriaSet,
  GetCriteriaSetVersion,
  ListIndicators,
  PreviewFormula,
  PreviewCriteriaSet,
  ExportCriteriaSet,
  ImportCriteriaSet,
];

@Global()
@Module({ providers: parts, exports: parts })
export class CriteriaModule {}
