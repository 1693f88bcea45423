import type { AssignRoleCommand } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { DomainError, type Day } from '../../shared/index.js';
import { faultOfRole } from '../domain/new-accounts.js';
import { Accounts, type RoleRecord } from '../persistence/accounts.repository.js';
import { knownPeople } from '../queries/known-people.js';
import { roleAssigned } from './account-history.js';
import { accountToManage, type AccountTarget } from './change-account.js';

/**
 * Administrators, for units they reach. The account holds one more role from its day on, and is
 * otherwise as it was. Refused: a role held for
 * the same unit at the same time already, a unit unknown on that day, a unit role without a unit.
 */
@Injectable()
export class AssignRole {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    command: AssignRoleCommand & AccountTarget,
    call: Call,
  ): Promise<{ revision: number; assignmentId: string }> {
    return this.unitOfWork.run(call, async (tx) => {
      const role = await this.prepare(tx, command);
      const account = await accountToManage(tx, command);
      if (account.roles.some((held) => isSameRole(held, role) && overlaps(held, role)))
        throw new DomainError('ROLE_HELD_ALREADY');
      await tx.use(Accounts).insertRoles([{ ...role, accountId: account.id }]);
      tx.history([roleAssigned(account.id, role, command.reason)]);
      return { revision: account.revision, assignmentId: role.id };
    });
  }

  private async prepare(tx: Transaction, command: AssignRoleCommand): Promise<RoleRecord> {
    const known = await knownPeople(tx, tx, { userNames: [], roles: [command] });
    const fault = faultOfRole(command, known);
    if (fault !== undefined) throw new DomainError(fault.code, fault.params);
    const { role, unitCode, from, to } = command;
    const validFrom = (from ?? known.today) as Day;
    const unitId = unitCode == null ? null : (known.unitIds(validFrom).get(unitCode) ?? null);
    return { id: tx.ids.next(), role, unitId, validFrom, validTo: (to ?? null) as Day | null };
  }
}

const isSameRole = (a: RoleRecord, b: RoleRecord): boolean => a.role === b.role && a.unitId === b.unitId;

const overlaps = (a: RoleRecord, b: RoleRecord): boolean =>
  (a.validTo === null || b.validFrom < a.validTo) && (b.validTo === null || a.validFrom < b.validTo);
