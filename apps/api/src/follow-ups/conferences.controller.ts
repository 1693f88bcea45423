import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  changed,
  effectsView,
  minutesView,
  uuid,
  writeMinutes,
  type WriteMinutes as Minutes,
} from '@nhip/contracts';
import { GetEffects, GetMinutes, WriteMinutes } from '@nhip/core/follow-ups';
import type { Call, UserActor } from '@nhip/core/platform';
import { Calling, CurrentUser, Revision } from '../http/caller.js';
import { Answers, Permission } from '../http/permission.js';

const Id = () => Param('id', { schema: uuid });

/** What stands beside a conclusion: the minutes of its conference, and what its directives moved. */
@Controller('conclusions')
export class ConferencesController {
  constructor(
    private readonly getMinutes: GetMinutes,
    private readonly writeMinutes: WriteMinutes,
    private readonly getEffects: GetEffects,
  ) {}

  @Get(':id/minutes')
  @Permission('follow-ups.read')
  @Answers(minutesView)
  minutes(@Id() id: string, @CurrentUser() user: UserActor, @Calling() { now }: Call) {
    return this.getMinutes.execute(id, user, now);
  }

  @Post(':id/minutes')
  @HttpCode(200)
  @Permission('follow-ups.draft')
  @Answers(changed)
  write(
    @Id() id: string,
    @Body({ schema: writeMinutes }) minutes: Minutes,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.writeMinutes.execute({ id, revision, minutes }, call);
  }

  @Get(':id/effects')
  @Permission('follow-ups.read')
  @Answers(effectsView)
  effects(@Id() id: string, @CurrentUser() user: UserActor, @Calling() { now }: Call) {
    return this.getEffects.execute(id, user, now);
  }
}
