import { checkRevision, reachesAll } from '../../organisation/index.js';
import { changedFields } from '../../history/index.js';
import { reaches, type Transaction } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { Accounts, historyRecord, type AccountRecord } from '../persistence/accounts.repository.js';
import { accountEntry } from './account-history.js';

/** Which account, as the sender saw it, and why. */
export interface AccountTarget {
  readonly id: string;
  readonly revision: number;
  readonly reason?: string | undefined;
}

/** The account, locked, as the sender saw it; FORBIDDEN where the actor does not reach all its roles here. */
export async function accountToManage(tx: Transaction, target: AccountTarget): Promise<AccountRecord> {
  const account = await tx.use(Accounts).getForUpdate(target.id);
  if (!account.roles.every(({ unitId }) => mayManage(tx, unitId))) throw new DomainError('FORBIDDEN');
  const { passwordHash: _, salt: __, ...shown } = account;
  checkRevision(target.revision, shown);
  return account;
}

/**
 * One change of an account by an administrator who reaches all its roles: lock, revision, change, save, history.
 * A conflict shows the record without password and salt.
 */
export async function changeAccount(
  tx: Transaction,
  target: AccountTarget,
  action: string,
  change: (account: AccountRecord) => AccountRecord | Promise<AccountRecord>,
): Promise<{ revision: number }> {
  const account = await accountToManage(tx, target);
  return saveAccount(tx, account, await change(account), action, target.reason);
}

/**
 * What holds in every administration (password, name, whether it may sign in) an administrator changes only where the
 * account works for nobody else: else the administrator of one could sign in as somebody of another.
 */
export async function checkWorksHereOnly(tx: Transaction, { id }: AccountRecord): Promise<void> {
  if (tx.actor.kind !== 'user') return;
  if (await tx.use(Accounts).hasRolesElsewhere(id)) throw new DomainError('ACCOUNT_OF_OTHERS_TOO');
}

/** Saves an account's next revision and enters it in the history, without anything that names the person. */
export async function saveAccount(
  tx: Transaction,
  account: AccountRecord,
  next: AccountRecord,
  action: string,
  reason?: string,
): Promise<{ revision: number }> {
  const revision = account.revision + 1;
  await tx.use(Accounts).save({ ...next, revision });
  const before = changedFields(historyRecord(account), historyRecord(next));
  tx.history([accountEntry(next, { revision, action, reason, before })]);
  return { revision };
}

const mayManage = (tx: Transaction, unitId: string | null): boolean =>
  unitId === null ? reachesAll(tx.actor) : reaches(tx.actor, unitId);
