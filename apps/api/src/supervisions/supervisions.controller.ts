import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  auditorList,
  changed,
  created,
  editSupervision,
  openSupervision,
  presentSupervision,
  supervisionList,
  supervisionPage,
  supervisionView,
  uuid,
  type EditSupervision as Edit,
  type OpenSupervision as OpenCommand,
  type SupervisionList,
} from '@nhip/contracts';
import {
  EditSupervision,
  GetSupervision,
  ListAuditors,
  ListSupervisions,
  OpenSupervision,
  PresentSupervision,
} from '@nhip/core/follow-ups';
import type { Call, UserActor } from '@nhip/core/platform';
import type { z } from 'zod';
import { Calling, CurrentUser, Revision } from '../http/caller.js';
import { Answers, Permission } from '../http/permission.js';

const Id = () => Param('id', { schema: uuid });

@Controller('supervisions')
export class SupervisionsController {
  constructor(
    private readonly listSupervisions: ListSupervisions,
    private readonly listAuditors: ListAuditors,
    private readonly getSupervision: GetSupervision,
    private readonly openSupervision: OpenSupervision,
    private readonly editSupervision: EditSupervision,
    private readonly presentSupervision: PresentSupervision,
  ) {}

  @Get()
  @Permission('supervisions.read')
  @Answers(supervisionPage)
  list(
    @Query({ schema: supervisionList }) query: SupervisionList,
    @CurrentUser() user: UserActor,
    @Calling() { now }: Call,
  ) {
    return this.listSupervisions.execute(query, user, now);
  }

  @Get('auditors')
  @Permission('supervisions.conduct')
  @Answers(auditorList)
  auditors(@CurrentUser() user: UserActor, @Calling() { now }: Call) {
    return this.listAuditors.execute(user, now);
  }

  @Get(':id')
  @Permission('supervisions.read')
  @Answers(supervisionView)
  get(@Id() id: string, @CurrentUser() user: UserActor, @Calling() { now }: Call) {
    return this.getSupervision.execute(id, user, now);
  }

  @Post()
  @Permission('supervisions.conduct')
  @Answers(created)
  open(@Body({ schema: openSupervision }) command: OpenCommand, @Calling() call: Call) {
    return this.openSupervision.execute(command, call);
  }

  @Post(':id/edit')
  @HttpCode(200)
  @Permission('supervisions.conduct')
  @Answers(changed)
  edit(
    @Id() id: string,
    @Body({ schema: editSupervision }) edit: Edit,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.editSupervision.execute({ id, revision, edit }, call);
  }

  @Post(':id/present')
  @HttpCode(200)
  @Permission('supervisions.conduct')
  @Answers(changed)
  present(
    @Id() id: string,
    @Body({ schema: presentSupervision }) command: z.infer<typeof presentSupervision>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.presentSupervision.execute({ ...command, id, revision }, call);
  }
}
