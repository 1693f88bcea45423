import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import {
  changed,
  changePasswordCommand,
  changeSettingsCommand,
  me,
  switchRoleCommand,
  type ChangePasswordCommand,
  type ChangeSettingsCommand,
  type SwitchRoleCommand,
} from '@nhip/contracts';
import { ChangeOwnPassword, ChangeOwnSettings, GetMe, SwitchRole } from '@nhip/core/people';
import type { Call, UserActor } from '@nhip/core/platform';
import type { FastifyRequest } from 'fastify';
import { Calling, CurrentUser } from '../http/caller.js';
import { Answers, Permission } from '../http/permission.js';
import { SessionCookie } from '../http/session-cookie.js';

@Controller('me')
export class MeController {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly getMe: GetMe,
    private readonly switchRole: SwitchRole,
    private readonly changeOwnPassword: ChangeOwnPassword,
    private readonly changeOwnSettings: ChangeOwnSettings,
  ) {}

  @Get()
  @Permission('account.use')
  @Answers(me)
  get(@CurrentUser() user: UserActor) {
    return this.getMe.execute(user);
  }

  @Post('role')
  @HttpCode(204)
  @Permission('account.use')
  async switch(
    @Body({ schema: switchRoleCommand }) command: SwitchRoleCommand,
    @Calling() call: Call,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.switchRole.execute({ ...command, tokenHash: this.cookie.ownTokenHash(request) }, call);
  }

  @Post('password')
  @HttpCode(200)
  @Permission('account.use')
  @Answers(changed)
  changePassword(
    @Body({ schema: changePasswordCommand }) command: ChangePasswordCommand,
    @Calling() call: Call,
    @Req() request: FastifyRequest,
  ) {
    return this.changeOwnPassword.execute({ ...command, tokenHash: this.cookie.ownTokenHash(request) }, call);
  }

  @Post('settings')
  @HttpCode(200)
  @Permission('account.use')
  @Answers(changed)
  changeSettings(
    @Body({ schema: changeSettingsCommand }) command: ChangeSettingsCommand,
    @Calling() call: Call,
  ) {
    return this.changeOwnSettings.execute(command, call);
  }
}
