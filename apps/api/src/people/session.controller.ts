import { Body, Controller, Delete, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  setUpCommand,
  setUpDone,
  signedIn,
  signInCommand,
  type SetUpCommand,
  type SignInCommand,
} from '@nhip/contracts';
import { SignIn, SignOut, UseSetupLink } from '@nhip/core/people';
import type { Call } from '@nhip/core/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Calling } from '../http/caller.js';
import { Answers, Permission, Public } from '../http/permission.js';
import { SessionCookie } from '../http/session-cookie.js';

@Controller()
export class SessionController {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly signInCase: SignIn,
    private readonly signOutCase: SignOut,
    private readonly useSetupLink: UseSetupLink,
  ) {}

  /** Sets the session's cookie. The session before it, if any, goes on until it is too old. */
  @Post('session')
  @HttpCode(200)
  @Public()
  @Answers(signedIn)
  async signIn(
    @Body({ schema: signInCommand }) command: SignInCommand,
    @Calling() call: Call,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { token, mustChangePassword } = await this.signInCase.execute(
      { ...command, address: request.ip },
      call,
    );
    this.cookie.set(reply, token);
    return { mustChangePassword };
  }

  @Delete('session')
  @HttpCode(204)
  @Permission('account.use')
  async signOut(
    @Calling() call: Call,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signOutCase.execute({ tokenHash: this.cookie.ownTokenHash(request) }, call);
    this.cookie.clear(reply);
  }

  /** For the holder of the one-time link that the first start prints. */
  @Post('set-up')
  @Public()
  @Answers(setUpDone)
  setUp(@Body({ schema: setUpCommand }) command: SetUpCommand, @Calling() call: Call) {
    return this.useSetupLink.execute(command, call);
  }
}
