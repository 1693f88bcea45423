import {
  newAccount,
  roleLabels,
  roleNames,
  searchKey,
  type NewAccount,
  type RoleName,
  type RowProblem,
} from '@nhip/contracts';

type Field = 'userName' | 'fullName' | 'email' | 'phone' | 'role' | 'unitCode';

interface AccountCells {
  readonly row: number;
  readonly cells: Readonly<Record<Field, string>>;
  problem(field: Field, code: string, params?: Readonly<Record<string, string>>): RowProblem;
}

/** An account with one role, and the row it came from. Several rows of one person give that person several roles. */
export interface RowAccount {
  readonly account: NewAccount;
  readonly source: AccountCells;
}

export interface ReadAccountRow {
  readonly row: number;
  readonly item?: RowAccount;
  readonly problems: readonly RowProblem[];
}

const roleByKey = new Map<string, RoleName>(
  roleNames.flatMap((role) =>
    [role, roleLabels[role].vi, roleLabels[role].en].map((word) => [searchKey(word), role] as const),
  ),
);

const orNull = (text: string): string | null => (text === '' ? null : text);

export function readAccountRow(source: AccountCells): ReadAccountRow {
  const { cells, row } = source;
  const checked = newAccount.safeParse({
    userName: cells.userName,
    fullName: cells.fullName,
    email: orNull(cells.email),
    phone: orNull(cells.phone),
    roles: [{ role: roleByKey.get(searchKey(cells.role)), unitCode: orNull(cells.unitCode.toUpperCase()) }],
  });
  if (checked.success) return { row, item: { account: checked.data, source }, problems: [] };
  const fields = new Set(checked.error.issues.map((issue) => String(issue.path.at(-1)) as Field));
  return { row, problems: [...fields].map((field) => problemOf(source, field)) };
}

function problemOf({ cells, problem }: AccountCells, field: Field): RowProblem {
  if (field === 'unitCode') return problem(field, cells.unitCode === '' ? 'ROLE_NEEDS_UNIT' : 'ROW_CODE');
  if (cells[field] === '') return problem(field, 'ROW_EMPTY');
  switch (field) {
    case 'userName':
      return problem(field, 'ROW_USER_NAME');
    case 'fullName':
      return problem(field, 'ROW_FULL_NAME');
    case 'email':
      return problem(field, 'ROW_EMAIL');
    case 'phone':
      return problem(field, 'ROW_PHONE');
    case 'role':
      return problem(field, 'ROW_ROLE', { allowed: roleNames.map((role) => roleLabels[role].vi).join('; ') });
  }
}

/** Rows of one person become one account with all the roles. */
export function accountsOf(rows: readonly RowAccount[]): NewAccount[] {
  const accounts = new Map<string, NewAccount>();
  for (const { account } of rows) {
    const known = accounts.get(account.userName);
    accounts.set(
      account.userName,
      known === undefined ? account : { ...known, roles: [...known.roles, ...account.roles] },
    );
  }
  return [...accounts.values()];
}

/** Whether two rows of one user name can be the same person. */
export const isSamePerson = (a: NewAccount, b: NewAccount): boolean =>
  a.fullName === b.fullName &&
  (a.email ?? null) === (b.email ?? null) &&
  (a.phone ?? null) === (b.phone ?? null);
