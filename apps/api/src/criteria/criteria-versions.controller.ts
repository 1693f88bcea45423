import { Controller, Get, Param, Query } from '@nestjs/common';
import { criteriaSetVersionView, indicatorList, indicatorPage, uuid } from '@nhip/contracts';
import { GetCriteriaSetVersion, ListIndicators } from '@nhip/core/criteria';
import type { UserActor } from '@nhip/core/platform';
import type { z } from 'zod';
import { CurrentUser } from '../http/caller.js';
import { Answers, Permission } from '../http/permission.js';

/** What stands in the sets: a version whole, and the indicators across sets. */
@Controller()
export class CriteriaVersionsController {
  constructor(
    private readonly getVersion: GetCriteriaSetVersion,
    private readonly listIndicators: ListIndicators,
  ) {}

  @Get('criteria-set-versions/:id')
  @Permission('criteria.read')
  @Answers(criteriaSetVersionView)
  version(@Param('id', { schema: uuid }) id: string, @CurrentUser() user: UserActor) {
    return this.getVersion.execute({ id }, user);
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
