import { unitRoles, type NewAccount, type NewRole, type RoleName } from '@nhip/contracts';
import type { Day } from '../../shared/index.js';

/** Why one account of a list cannot be created. */
export interface AccountFault {
  /** Place in the list. */
  readonly index: number;
  readonly field: 'userName' | 'role' | 'unitCode';
  readonly code:
    | 'USER_NAME_TAKEN'
    | 'USER_NAME_TWICE'
    | 'UNIT_UNKNOWN'
    | 'ROLE_NEEDS_UNIT'
    | 'ROLE_PERIOD'
    | 'UNIT_OUT_OF_REACH'
    | 'ADMINISTRATION_OUT_OF_REACH';
  readonly params: Readonly<Record<string, string>>;
}

export interface KnownPeople {
  readonly userNames: ReadonlySet<string>;
  /** Code → id of the units that exist on the day. */
  unitIds(on: Day): ReadonlyMap<string, string>;
  /** Whether the actor may give roles for this unit; null: for the whole administration. */
  reaches(unitId: string | null): boolean;
  readonly today: Day;
}

/** Every fault of a list of new accounts, as it stands without the rest of the list being written. */
export function faultsOfNewAccounts(accounts: readonly NewAccount[], known: KnownPeople): AccountFault[] {
  const seen = new Set<string>();
  return accounts.flatMap((account, index) => {
    const { userName, roles } = account;
    const faults: Omit<AccountFault, 'index'>[] = [];
    if (seen.has(userName)) faults.push({ field: 'userName', code: 'USER_NAME_TWICE', params: { userName } });
    seen.add(userName);
    if (known.userNames.has(userName))
      faults.push({ field: 'userName', code: 'USER_NAME_TAKEN', params: { userName } });
    faults.push(...roles.flatMap((role) => faultOfRole(role, known) ?? []));
    return faults.map((fault) => ({ index, ...fault }));
  });
}

export function faultOfRole(
  { role, unitCode, from, to }: NewRole,
  known: Omit<KnownPeople, 'userNames'>,
): Omit<AccountFault, 'index'> | undefined {
  const on = (from ?? known.today) as Day;
  if (to != null && to <= on) return { field: 'role', code: 'ROLE_PERIOD', params: { from: on, to } };
  if (unitCode == null) {
    if ((unitRoles as readonly RoleName[]).includes(role))
      return { field: 'unitCode', code: 'ROLE_NEEDS_UNIT', params: {} };
    return known.reaches(null)
      ? undefined
      : { field: 'unitCode', code: 'ADMINISTRATION_OUT_OF_REACH', params: {} };
  }
  const unitId = known.unitIds(on).get(unitCode);
  if (unitId === undefined)
    return { field: 'unitCode', code: 'UNIT_UNKNOWN', params: { code: unitCode, on } };
  return known.reaches(unitId)
    ? undefined
    : { field: 'unitCode', code: 'UNIT_OUT_OF_REACH', params: { code: unitCode } };
}
