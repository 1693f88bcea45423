import { Controller, Get, Param, Query } from '@nestjs/common';
import {
  instanceView,
  listProceduresQuery,
  procedureDetail,
  procedurePage,
  procedureStanding,
  uuid,
  type ListProceduresQuery,
} from '@nhip/contracts';
import { CountInstances, GetInstance } from '@nhip/core/overview';
import type { Call, UserActor } from '@nhip/core/platform';
import { GetProcedure, ListProcedures } from '@nhip/core/workflow';
import { Calling, CurrentUser } from '../http/caller.js';
import { Answers, Permission } from '../http/permission.js';

@Controller('procedures')
export class ProceduresController {
  constructor(
    private readonly listProcedures: ListProcedures,
    private readonly getProcedure: GetProcedure,
    private readonly getInstance: GetInstance,
    private readonly countInstances: CountInstances,
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

  @Get(':id/standing')
  @Permission('procedures.read')
  @Answers(procedureStanding)
  standing(@Param('id', { schema: uuid }) id: string, @CurrentUser() user: UserActor) {
    return this.countInstances.execute({ id }, user);
  }

  /** Where a record (review cycle, submission, task, recommendation) stands in its procedure. */
  @Get('instances/:id')
  @Permission('procedures.read')
  @Answers(instanceView)
  instance(
    @Param('id', { schema: uuid }) id: string,
    @CurrentUser() user: UserActor,
    @Calling() { now }: Call,
  ) {
    return this.getInstance.execute({ id }, user, now);
  }
}
