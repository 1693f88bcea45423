export { PeopleModule } from './people.module.js';
export { SESSION_DAYS, SESSION_IDLE_HOURS } from './domain/sign-in-limits.js';
export { newToken, tokenHash } from './domain/tokens.js';
export { hashPassword } from './password-hashing.js';
export { accountsWith } from './queries/accounts-with.js';
export { FindSession, type FoundSession } from './queries/find-session.query.js';
export { GetMe } from './queries/get-me.query.js';
export { GetAccount, ListAccounts } from './queries/list-accounts.query.js';
export { AssignRole } from './use-cases/assign-role.use-case.js';
export type { AccountTarget } from './use-cases/change-account.js';
export { ChangeAccount } from './use-cases/change-account.use-case.js';
export { ChangeOwnSettings } from './use-cases/change-own-settings.use-case.js';
export {
  ChangeOwnPassword,
  type ChangeOwnPasswordRequest,
} from './use-cases/change-own-password.use-case.js';
export {
  CreateAccounts,
  createAccounts,
  type PreparedAccount,
} from './use-cases/create-accounts.use-case.js';
export { CreateSetupLink } from './use-cases/create-setup-link.use-case.js';
export { DisableAccount } from './use-cases/disable-account.use-case.js';
export { EnableAccount } from './use-cases/enable-account.use-case.js';
export { EndSessions } from './use-cases/end-sessions.use-case.js';
export { ImportAccounts } from './use-cases/import-accounts.use-case.js';
export { ResetPassword } from './use-cases/reset-password.use-case.js';
export { SignIn, type SignedIn, type SignInRequest } from './use-cases/sign-in.use-case.js';
export { SignOut } from './use-cases/sign-out.use-case.js';
export { SwitchRole } from './use-cases/switch-role.use-case.js';
export { UseSetupLink } from './use-cases/use-setup-link.use-case.js';
export { WithdrawRole } from './use-cases/withdraw-role.use-case.js';
