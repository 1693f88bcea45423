import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import {
  changed,
  renewedTaskFeed,
  renewTaskFeed,
  taskFeedView,
  uuid,
  type RenewTaskFeed as RenewCommand,
} from '@nhip/contracts';
import type { Call, UserActor } from '@nhip/core/platform';
import { GetTaskFeed, ReadTaskFeed, RenewTaskFeed, RevokeTaskFeed } from '@nhip/core/tasks';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Calling, CurrentUser } from '../http/caller.js';
import { CALENDAR_TYPE, calendarText } from '../http/files.js';
import { Answers, Permission, Public } from '../http/permission.js';
import { HTTP_SETTINGS, type HttpSettings } from '../http/settings.js';

const Id = () => Param('id', { schema: uuid });

/** The calendar address of a unit, for its leader. */
@Controller('units/:id/task-feed')
export class UnitTaskFeedController {
  constructor(
    private readonly getFeed: GetTaskFeed,
    private readonly renewFeed: RenewTaskFeed,
    private readonly revokeFeed: RevokeTaskFeed,
  ) {}

  @Get()
  @Permission('tasks.feed')
  @Answers(taskFeedView)
  get(@Id() id: string, @CurrentUser() user: UserActor) {
    return this.getFeed.execute(id, user);
  }

  @Post()
  @Permission('tasks.feed')
  @Answers(renewedTaskFeed)
  renew(@Id() id: string, @Body({ schema: renewTaskFeed }) command: RenewCommand, @Calling() call: Call) {
    return this.renewFeed.execute({ ...command, unitId: id }, call);
  }

  @Post('revoke')
  @HttpCode(200)
  @Permission('tasks.feed')
  @Answers(changed)
  revoke(@Id() id: string, @Calling() call: Call) {
    return this.revokeFeed.execute({ unitId: id }, call);
  }
}

/** 32 random bytes; anything else cannot be one. */
const token = z
  .string()
  .regex(/^[\w-]{43}(\.ics)?$/)
  .transform((text) => text.replace(/\.ics$/, ''));

/** What calendar programs read. They cannot sign in: whoever knows the address reads the deadlines, and nothing else. */
@Controller('task-feeds')
export class TaskFeedsController {
  constructor(
    private readonly readFeed: ReadTaskFeed,
    @Inject(HTTP_SETTINGS) private readonly settings: HttpSettings,
  ) {}

  @Get(':token')
  @Public()
  @Answers(calendarText)
  @Header('content-type', `${CALENDAR_TYPE}; charset=utf-8`)
  @Header('content-disposition', 'attachment; filename="nhip.ics"')
  read(@Param('token', { schema: token }) secret: string, @Req() { headers }: FastifyRequest) {
    const origin = this.settings.publicUrl ?? `http://${headers.host}`;
    return this.readFeed.execute(secret, (id) => `${origin}/tasks/${id}/show`);
  }
}
