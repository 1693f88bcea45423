import { Controller, Get, Param, Query } from '@nestjs/common';
import {
  criteriaSetFile,
  criteriaSetVersionView,
  indicatorList,
  indicatorPage,
  uuid,
  type Language,
} from '@nhip/contracts';
import { ExportCriteriaSet, GetCriteriaSetVersion, ListIndicators } from '@nhip/core/criteria';
import type { UserActor } from '@nhip/core/platform';
import { z } from 'zod';
import { CurrentUser, ReaderLanguage } from '../http/caller.js';
import { xlsx, xlsxFile } from '../http/files.js';
import { Answers, Permission } from '../http/permission.js';

const workbookQuery = z.strictObject({ language: z.enum(['vi', 'en']).optional() });

/** What stands in the sets: a version whole, and the indicators across sets. */
@Controller()
export class CriteriaVersionsController {
  constructor(
    private readonly getVersion: GetCriteriaSetVersion,
    private readonly listIndicators: ListIndicators,
    private readonly exportSet: ExportCriteriaSet,
  ) {}

  @Get('criteria-set-versions/:id')
  @Permission('criteria.read')
  @Answers(criteriaSetVersionView)
  version(@Param('id', { schema: uuid }) id: string, @CurrentUser() user: UserActor) {
    return this.getVersion.execute({ id }, user);
  }

  /** The whole set, as the import takes it. */
  @Get('criteria-set-versions/:id/file')
  @Permission('criteria.read')
  @Answers(criteriaSetFile)
  file(@Param('id', { schema: uuid }) id: string, @CurrentUser() user: UserActor) {
    return this.exportSet.file({ id }, user);
  }

  @Get('criteria-set-versions/:id/workbook')
  @Permission('criteria.read')
  @Answers(xlsxFile)
  async workbook(
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: workbookQuery }) query: z.infer<typeof workbookQuery>,
    @CurrentUser() user: UserActor,
    @ReaderLanguage() accepted: Language,
  ) {
    const language = query.language ?? accepted;
    const { name, bytes } = await this.exportSet.workbook({ id, language }, user);
    return xlsx(name, bytes);
  }

  @Get('indicators')
  @Permission('criteria.read')
  @Answers(indicatorPage)
  indicators(
    @Query({ schema: indicatorList }) query: z.infer<typeof indicatorList>,
    @CurrentUser() user: UserActor,
  ) {
    return this.listIndicators.execute(query, user);
  }
}
