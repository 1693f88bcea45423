import type { RoleName } from '@nhip/contracts';
import { createAccounts } from '../people/index.js';
import { UnitOfWork, type UserActor } from '../platform/index.js';
import type { Office } from './office.js';
import type { TestProduct } from './product.js';

/** Real accounts of an office, for what looks at accounts (notices, teams): one a role and unit, named `<role>[.<unit>]`. */
export async function employ(
  product: TestProduct,
  office: Office,
  people: readonly (readonly [role: RoleName, unitCode?: string])[],
): Promise<Readonly<Record<string, UserActor>>> {
  const names = people.map(([role, unitCode]) => (unitCode === undefined ? role : `${role}.${unitCode}`));
  const run = office.administrationId.slice(-8);
  const created = await product.get(UnitOfWork).run(office.system('2022-01-02T00:00:00Z'), (tx) =>
    createAccounts(tx, {
      accounts: people.map(([role, unitCode], index) => ({
        userName: `${names[index]}.${run}`.toLowerCase(),
        fullName: `Người ${index + 1}`,
        language: 'vi' as const,
        passwordHash: 'not-used',
        roles: [{ role, unitCode: unitCode ?? null, from: '2020-01-01' }],
      })),
    }),
  );
  const assignments = await product.reader.rows<{ accountId: string; id: string }>(
    'select account_id as "accountId", id from role_assignment where administration_id = $1',
    [office.administrationId],
  );
  const assignmentOf = new Map(assignments.map(({ accountId, id }) => [accountId, id]));
  return Object.fromEntries(
    people.map(([role, unitCode], index): [string, UserActor] => {
      const id = created[index]?.id ?? '';
      return [
        names[index] ?? role,
        {
          kind: 'user',
          id,
          administrationId: office.administrationId,
          role,
          assignmentId: assignmentOf.get(id) ?? '',
          unitIds: unitCode === undefined ? 'all' : [office.units[unitCode] ?? ''],
        },
      ];
    }),
  );
}
