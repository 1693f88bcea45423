import { accountColumns, type CreatedAccount, type ImportOptions, type ImportOutcome } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { importOutcome, mayWrite, readTable, sortRows, type TableFile } from '../../organisation/index.js';
import { Reader, UnitOfWork, type Actor, type Call, type Sql } from '../../platform/index.js';
import type { Instant } from '../../shared/index.js';
import {
  accountsOf,
  isSamePerson,
  readAccountRow,
  type ReadAccountRow,
  type RowAccount,
} from '../domain/account-rows.js';
import { faultsOfNewAccounts, type KnownPeople } from '../domain/new-accounts.js';
import { knownPeople } from '../queries/known-people.js';
import { writeAccounts } from './create-accounts.use-case.js';
import { initialPasswords } from './initial-passwords.js';

/** An initial password costs a hash, some 30 ms each; more people come in several files. */
const MAX_ROWS = 500;

/**
 * Administrators. Accounts from a file, one role a row; every bad cell is named with what would be right. Nothing
 * is written in a dry run, nor where a row is bad, unless the good rows are wanted by themselves. Initial passwords
 * are answered once.
 */
@Injectable()
export class ImportAccounts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
  ) {}

  async execute(
    command: ImportOptions & { readonly file: TableFile },
    call: Call,
  ): Promise<ImportOutcome & { readonly accounts: CreatedAccount[] }> {
    const rows = (await readTable(command.file, accountColumns, MAX_ROWS)).map(readAccountRow);
    if (command.dryRun) {
      const known = await knownIn(this.reader, call, rows);
      return { ...importOutcome(rows.length, sortRows(rows, faultsIn(known)), false), accounts: [] };
    }
    const initial = await initialPasswords(rows.flatMap(({ item }) => item?.account.userName ?? []));
    const outcome = await this.unitOfWork.run(
      call,
      async (tx) => {
        const known = await knownIn(tx, tx, rows);
        const sorted = sortRows(rows, faultsIn(known));
        if (!mayWrite(command, sorted)) return { ...importOutcome(rows.length, sorted, false), accounts: [] };
        const accounts = accountsOf(sorted.good).map((account) => ({
          ...account,
          ...initial.prepare(account.userName),
        }));
        const created = await writeAccounts(
          tx,
          accounts,
          known,
          `Nhập từ tệp ${command.file.name}`.slice(0, 200),
        );
        return initial.noteWritten({ ...importOutcome(rows.length, sorted, true), accounts: created });
      },
      { long: true },
    );
    return { ...outcome, accounts: initial.reveal(outcome.accounts) };
  }
}

const knownIn = (
  sql: Sql,
  caller: { readonly actor: Actor; readonly now: Instant },
  rows: readonly ReadAccountRow[],
): Promise<KnownPeople> => {
  const accounts = rows.flatMap(({ item }) => item?.account ?? []);
  return knownPeople(sql, caller, {
    userNames: accounts.map(({ userName }) => userName),
    roles: accounts.flatMap(({ roles }) => roles),
  });
};

/** A user name in several rows is one person where the details agree; the rows that do not fall. */
const faultsIn = (known: KnownPeople) => (items: readonly RowAccount[]) => {
  const first = new Map<string, RowAccount>();
  for (const item of items) if (!first.has(item.account.userName)) first.set(item.account.userName, item);
  return items.flatMap((item, index) => {
    const { account, source } = item;
    const own = faultsOfNewAccounts([account], known).map(({ field, code, params }) =>
      source.problem(field, code, params),
    );
    const other = first.get(account.userName);
    if (other !== undefined && !isSamePerson(account, other.account))
      own.push(source.problem('userName', 'USER_NAME_TWICE', { userName: account.userName }));
    return own.map((problem) => ({ index, problem }));
  });
};
