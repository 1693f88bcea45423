import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  createCriteriaSet,
  criteriaImportReport,
  criteriaSetCreated,
  criteriaSetDrafted,
  criteriaSetEdited,
  criteriaSetIssued,
  criteriaSetItem,
  criteriaSetList,
  criteriaSetPage,
  draftCriteriaSetVersion,
  editCriteriaSet,
  issueCriteriaSet,
  previewCriteriaSet,
  previewedCriteriaSet,
  previewedFormula,
  previewFormula,
  uuid,
  type CreateCriteriaSet as CreateCommand,
  type CriteriaImportReport,
  type EditCriteriaSet as EditCommand,
  type Language,
  type PreviewCriteriaSet as SetQuestion,
  type PreviewedCriteriaSet,
  type PreviewedFormula,
  type PreviewFormula as FormulaQuestion,
} from '@nhip/contracts';
import {
  CreateCriteriaSet,
  DraftCriteriaSetVersion,
  EditCriteriaSet,
  GetCriteriaSet,
  ImportCriteriaSet,
  IssueCriteriaSet,
  ListCriteriaSets,
  PreviewCriteriaSet,
  PreviewFormula,
} from '@nhip/core/criteria';
import type { Call, UserActor } from '@nhip/core/platform';
import type { z } from 'zod';
import { Calling, CurrentUser, ReaderLanguage, Revision } from '../http/caller.js';
import { setImportForm, type SetImportForm } from '../http/forms.js';
import { Answers, Permission } from '../http/permission.js';

const Id = () => Param('id', { schema: uuid });

@Controller('criteria-sets')
export class CriteriaSetsController {
  constructor(
    private readonly listSets: ListCriteriaSets,
    private readonly getSet: GetCriteriaSet,
    private readonly createSet: CreateCriteriaSet,
    private readonly editSet: EditCriteriaSet,
    private readonly draftVersion: DraftCriteriaSetVersion,
    private readonly issueSet: IssueCriteriaSet,
    private readonly tryFormula: PreviewFormula,
    private readonly trySet: PreviewCriteriaSet,
    private readonly importSet: ImportCriteriaSet,
  ) {}

  @Get()
  @Permission('criteria.read')
  @Answers(criteriaSetPage)
  list(
    @Query({ schema: criteriaSetList }) query: z.infer<typeof criteriaSetList>,
    @CurrentUser() user: UserActor,
  ) {
    return this.listSets.execute(query, user);
  }

  @Get(':id')
  @Permission('criteria.read')
  @Answers(criteriaSetItem)
  get(@Id() id: string, @CurrentUser() user: UserActor) {
    return this.getSet.execute({ id }, user);
  }

  @Post()
  @Permission('criteria.manage')
  @Answers(criteriaSetCreated)
  create(@Body({ schema: createCriteriaSet }) command: CreateCommand, @Calling() call: Call) {
    return this.createSet.execute(command, call);
  }

  /** Reads only: nothing is kept of what is sent. */
  @Post('formula-preview')
  @HttpCode(200)
  @Permission('criteria.read')
  @Answers(previewedFormula)
  preview(
    @Body({ schema: previewFormula }) question: FormulaQuestion,
    @CurrentUser() user: UserActor,
  ): Promise<PreviewedFormula> {
    return this.tryFormula.execute(question, user);
  }

  /** Reads only: the linter's remarks on what is sent, and one of its indicators on sample figures. */
  @Post('preview')
  @HttpCode(200)
  @Permission('criteria.read')
  @Answers(previewedCriteriaSet)
  previewSet(@Body({ schema: previewCriteriaSet }) question: SetQuestion): PreviewedCriteriaSet {
    return this.trySet.execute(question);
  }

  @Post('import')
  @HttpCode(200)
  @Permission('criteria.manage')
  @Answers(criteriaImportReport)
  import(
    @Body({ schema: setImportForm }) form: SetImportForm,
    @Calling() call: Call,
    @ReaderLanguage() language: Language,
  ): Promise<CriteriaImportReport> {
    return this.importSet.execute({ ...form, language }, call);
  }

  @Post(':id/edit')
  @HttpCode(200)
  @Permission('criteria.manage')
  @Answers(criteriaSetEdited)
  edit(
    @Id() id: string,
    @Body({ schema: editCriteriaSet }) command: EditCommand,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.editSet.execute({ ...command, id, revision }, call);
  }

  @Post(':id/draft')
  @HttpCode(200)
  @Permission('criteria.manage')
  @Answers(criteriaSetDrafted)
  draft(
    @Id() id: string,
    @Body({ schema: draftCriteriaSetVersion }) { reason }: z.infer<typeof draftCriteriaSetVersion>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.draftVersion.execute({ id, revision, reason }, call);
  }

  @Post(':id/issue')
  @HttpCode(200)
  @Permission('criteria.manage')
  @Answers(criteriaSetIssued)
  issue(
    @Id() id: string,
    @Body({ schema: issueCriteriaSet }) { reason }: z.infer<typeof issueCriteriaSet>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.issueSet.execute({ id, revision, reason }, call);
  }
}
