import type { WithdrawRoleCommand } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { todayIn } from '../../organisation/index.js';
import { UnitOfWork, type Call } from '../../platform/index.js';
import { DomainError, laterDay } from '../../shared/index.js';
import { Accounts } from '../persistence/accounts.repository.js';
import { Sessions } from '../persistence/sessions.repository.js';
import { roleWithdrawn } from './account-history.js';
import { accountToManage, type AccountTarget } from './change-account.js';

/**
 * Administrators. The role no longer holds from today on (one that has not begun never will) and the sessions in it
 * end at once. Refused: a role that has ended, the administration's last administrator.
 */
@Injectable()
export class WithdrawRole {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(command: WithdrawRoleCommand & AccountTarget, call: Call): Promise<{ revision: number }> {
    return this.unitOfWork.run(call, async (tx) => {
      const account = await accountToManage(tx, command);
      const accounts = tx.use(Accounts);
      const today = await todayIn(tx, tx.administrationId, tx.now);
      const role = account.roles.find(({ id }) => id === command.assignmentId);
      if (role === undefined) throw new DomainError('NOT_FOUND');
      if (role.validTo !== null && role.validTo <= today) throw new DomainError('ROLE_ENDED');
      const administers = role.role === 'administrator' && role.unitId === null;
      if (administers && !(await accounts.hasOtherAdministrator(account.id, today)))
        throw new DomainError('LAST_ADMINISTRATOR');
      await accounts.endRole(role.id, today);
      await tx.use(Sessions).endOfAssignment(role.id);
      const ended = { ...role, validTo: laterDay(role.validFrom, today) };
      tx.history([roleWithdrawn(account.id, ended, role, command.reason)]);
      return { revision: account.revision };
    });
  }
}
