import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { changeAccount, checkWorksHereOnly, type AccountTarget } from './change-account.js';

/** Administrators. A disabled account can sign in again, in the roles that still hold. */
@Injectable()
export class EnableAccount {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(command: AccountTarget & { readonly reason: string }, call: Call): Promise<{ revision: number }> {
    return this.unitOfWork.run(call, (tx) =>
      changeAccount(tx, command, 'account.enabled', async (account) => {
        await checkWorksHereOnly(tx, account);
        if (account.disabledAt === null) throw new DomainError('ACCOUNT_ENABLED_ALREADY');
        return { ...account, disabledAt: null };
      }),
    );
  }
}
