import { Injectable } from '@nestjs/common';
import { todayIn } from '../../organisation/index.js';
import { UnitOfWork, type Call } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { Accounts } from '../persistence/accounts.repository.js';
import { Sessions } from '../persistence/sessions.repository.js';
import { changeAccount, checkWorksHereOnly, type AccountTarget } from './change-account.js';

/**
 * Administrators, of others' accounts. The account can no longer sign in and its sessions end at once. Refused: the
 * own account, the last administrator, an account disabled already.
 */
@Injectable()
export class DisableAccount {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(command: AccountTarget & { readonly reason: string }, call: Call): Promise<{ revision: number }> {
    return this.unitOfWork.run(call, (tx) =>
      changeAccount(tx, command, 'account.disabled', async (account) => {
        await checkWorksHereOnly(tx, account);
        if (account.disabledAt !== null) throw new DomainError('ACCOUNT_DISABLED_ALREADY');
        if (tx.actor.kind === 'user' && tx.actor.id === account.id) throw new DomainError('OWN_ACCOUNT');
        const administers = account.roles.some(
          ({ role, unitId }) => role === 'administrator' && unitId === null,
        );
        const today = await todayIn(tx, tx.administrationId, tx.now);
        if (administers && !(await tx.use(Accounts).hasOtherAdministrator(account.id, today)))
          throw new DomainError('LAST_ADMINISTRATOR');
        await tx.use(Sessions).endOfAccount(account.id);
        return { ...account, disabledAt: tx.now };
      }),
    );
  }
}
