import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import {
  accountReasonCommand,
  assignRoleCommand,
  changed,
  passwordReset,
  roleAssigned,
  sessionsEnded,
  uuid,
  withdrawRoleCommand,
  type AssignRoleCommand,
  type WithdrawRoleCommand,
} from '@nhip/contracts';
import {
  AssignRole,
  DisableAccount,
  EnableAccount,
  EndSessions,
  ResetPassword,
  WithdrawRole,
} from '@nhip/core/people';
import type { Call } from '@nhip/core/platform';
import { Calling, Revision } from '../http/caller.js';
import { Answers, Permission } from '../http/permission.js';

/** Whether and as what somebody may sign in: every change with its reason. */
@Controller('accounts/:id')
export class AccountAccessController {
  constructor(
    private readonly disableAccount: DisableAccount,
    private readonly enableAccount: EnableAccount,
    private readonly resetPassword: ResetPassword,
    private readonly endSessions: EndSessions,
    private readonly assignRole: AssignRole,
    private readonly withdrawRole: WithdrawRole,
  ) {}

  @Post('disable')
  @HttpCode(200)
  @Permission('accounts.manage')
  @Answers(changed)
  disable(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: accountReasonCommand }) { reason }: { reason: string },
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.disableAccount.execute({ id, revision, reason }, call);
  }

  @Post('enable')
  @HttpCode(200)
  @Permission('accounts.manage')
  @Answers(changed)
  enable(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: accountReasonCommand }) { reason }: { reason: string },
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.enableAccount.execute({ id, revision, reason }, call);
  }

  /** The new initial password is answered once. */
  @Post('reset-password')
  @HttpCode(200)
  @Permission('accounts.manage')
  @Answers(passwordReset)
  reset(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: accountReasonCommand }) { reason }: { reason: string },
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.resetPassword.execute({ id, revision, reason }, call);
  }

  @Post('end-sessions')
  @HttpCode(200)
  @Permission('accounts.manage')
  @Answers(sessionsEnded)
  end(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: accountReasonCommand }) { reason }: { reason: string },
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.endSessions.execute({ id, revision, reason }, call);
  }

  @Post('assign-role')
  @HttpCode(200)
  @Permission('accounts.manage')
  @Answers(roleAssigned)
  assign(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: assignRoleCommand }) command: AssignRoleCommand,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.assignRole.execute({ ...command, id, revision }, call);
  }

  @Post('withdraw-role')
  @HttpCode(200)
  @Permission('accounts.manage')
  @Answers(changed)
  withdraw(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: withdrawRoleCommand }) command: WithdrawRoleCommand,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.withdrawRole.execute({ ...command, id, revision }, call);
  }
}
