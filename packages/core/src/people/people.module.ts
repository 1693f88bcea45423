import { Global, Module } from '@nestjs/common';
import { FindSession } from './queries/find-session.query.js';
import { GetMe } from './queries/get-me.query.js';
import { GetAccount, ListAccounts } from './queries/list-accounts.query.js';
import { AssignRole } from './use-cases/assign-role.use-case.js';
import { ChangeAccount } from './use-cases/change-account.use-case.js';
import { ChangeOwnPassword } from './use-cases/change-own-password.use-case.js';
import { ChangeOwnSettings } from './use-cases/change-own-settings.use-case.js';
import { CreateAccounts } from './use-cases/create-accounts.use-case.js';
import { CreateSetupLink } from './use-cases/create-setup-link.use-case.js';
import { DisableAccount } from './use-cases/disable-account.use-case.js';
import { EnableAccount } from './use-cases/enable-account.use-case.js';
import { EndSessions } from './use-cases/end-sessions.use-case.js';
import { ImportAccounts } from './use-cases/import-accounts.use-case.js';
import { ResetPassword } from './use-cases/reset-password.use-case.js';
import { SignIn } from './use-cases/sign-in.use-case.js';
import { SignOut } from './use-cases/sign-out.use-case.js';
import { SwitchRole } from './use-cases/switch-role.use-case.js';
import { UseSetupLink } from './use-cases/use-setup-link.use-case.js';
import { WithdrawRole } from './use-cases/withdraw-role.use-case.js';

const parts = [
  SignIn,
  SignOut,
  SwitchRole,
  ChangeOwnPassword,
  ChangeOwnSettings,
  CreateAccounts,
  ImportAccounts,
  ChangeAccount,
  DisableAccount,
  EnableAccount,
  ResetPassword,
  EndSessions,
  AssignRole,
  WithdrawRole,
  CreateSetupLink,
  UseSetupLink,
  FindSession,
  GetMe,
  ListAccounts,
  GetAccount,
];

@Global()
@Module({ providers: parts, exports: parts })
export class PeopleModule {}
