import { randomBytes } from 'node:crypto';
import type { CreateAccountsCommand, CreatedAccount, NewAccount } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { DomainError, type Day } from '../../shared/index.js';
import { faultsOfNewAccounts, type KnownPeople } from '../domain/new-accounts.js';
import { Accounts, type AccountRecord } from '../persistence/accounts.repository.js';
import { knownPeople } from '../queries/known-people.js';
import { accountEntry, roleAssigned } from './account-history.js';
import { initialPasswords } from './initial-passwords.js';

/** An account whose password somebody chose already; it need not be changed unless said so. */
export interface PreparedAccount extends NewAccount {
  readonly passwordHash: string;
  readonly mustChangePassword?: boolean;
}

/**
 * Administrators, for roles within the units they reach. All the accounts stand with their roles, each with an
 * initial password that is answered once, stored as a hash only and must be changed; or, where one is refused
 * (name taken, unit unknown or out of reach), none.
 */
@Injectable()
export class CreateAccounts {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(command: CreateAccountsCommand, call: Call): Promise<{ accounts: CreatedAccount[] }> {
    const initial = await initialPasswords(command.accounts.map(({ userName }) => userName));
    const accounts = command.accounts.map((account) => ({
      ...account,
      ...initial.prepare(account.userName),
    }));
    const created = await this.unitOfWork.run(
      call,
      async (tx) => initial.noteWritten(await createAccounts(tx, { accounts, reason: command.reason })),
      { long: accounts.length > 50 },
    );
    return { accounts: initial.reveal(created) };
  }
}

export async function createAccounts(
  tx: Transaction,
  command: { readonly accounts: readonly PreparedAccount[]; readonly reason?: string | undefined },
): Promise<CreatedAccount[]> {
  const known = await knownPeople(tx, tx, {
    userNames: command.accounts.map(({ userName }) => userName),
    roles: command.accounts.flatMap(({ roles }) => roles),
  });
  const [fault] = faultsOfNewAccounts(command.accounts, known);
  if (fault !== undefined) throw new DomainError(fault.code, fault.params);
  return writeAccounts(tx, command.accounts, known, command.reason);
}

/** Writes accounts that are known to be without fault. */
export async function writeAccounts(
  tx: Transaction,
  accounts: readonly PreparedAccount[],
  known: KnownPeople,
  reason?: string,
): Promise<CreatedAccount[]> {
  const records = accounts.map((account) => recordOf(tx, account, known));
  const written = new Set(await tx.use(Accounts).insert(records));
  const taken = records.find(({ userName }) => !written.has(userName));
  if (taken !== undefined) throw new DomainError('USER_NAME_TAKEN', { userName: taken.userName });
  await tx
    .use(Accounts)
    .insertRoles(records.flatMap(({ id, roles }) => roles.map((role) => ({ ...role, accountId: id }))));
  tx.history([
    ...records.map((record) => accountEntry(record, { revision: 1, action: 'account.created', reason })),
    ...records.flatMap(({ id, roles }) => roles.map((role) => roleAssigned(id, role, reason))),
  ]);
  return records.map(({ id, userName }) => ({ id, userName }));
}

function recordOf(tx: Transaction, account: PreparedAccount, known: KnownPeople): AccountRecord {
  return {
    id: tx.ids.next(),
    revision: 1,
    userName: account.userName,
    passwordHash: account.passwordHash,
    language: account.language,
    mailOn: true,
    mustChangePassword: account.mustChangePassword ?? false,
    disabledAt: null,
    personId: tx.ids.next(),
    fullName: account.fullName,
    email: account.email ?? null,
    phone: account.phone ?? null,
    salt: randomBytes(32),
    roles: account.roles.map(({ role, unitCode, from, to }) => {
      const validFrom = (from ?? known.today) as Day;
      const unitId = unitCode == null ? null : (known.unitIds(validFrom).get(unitCode) ?? null);
      return { id: tx.ids.next(), role, unitId, validFrom, validTo: (to ?? null) as Day | null };
    }),
  };
}
