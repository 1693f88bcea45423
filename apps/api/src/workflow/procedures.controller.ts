import { Controller, Get, Param, Query } from '@nestjs/common';
import {
  listProceduresQuery,
  procedureDetail,
  procedurePage,
  uuid,
  type ListProceduresQuery,
} from '@nhip/contracts';
import type { UserActor } from '@nhip/core/platform';
import { GetProcedure, ListProcedures } from '@nhip/core/workflow';
import { CurrentUser } from '../http/caller.js';
import { Answers, Permission } from '../http/permission.js';

@Controller('procedures')
export class ProceduresController {
  constructor(
    private readonly listProcedures: ListProcedures,
    private readonly getProcedure: GetProcedure,
  ) {}

  @Get()
  @Permission('procedures.read')
  @Answers(procedurePage)
  list(@Query({ schema: listProceduresQuery }) query: ListProceduresQuery, @CurrentUser() user: UserActor) {
    return this.listProcedures.execute(query, user);
  }

  @Get(':id')
  @Permission('procedures.read')
  @Answers(procedureDetail)
  get(@Param('id', { schema: uuid }) id: string, @CurrentUser() user: UserActor) {
    return this.getProcedure.execute({ id }, user);
  }
}
