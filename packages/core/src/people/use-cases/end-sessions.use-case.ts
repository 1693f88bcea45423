import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call } from '../../platform/index.js';
import { Sessions } from '../persistence/sessions.repository.js';
import { changeAccount, type AccountTarget } from './change-account.js';

/** Administrators. All sessions of the account end at once; it may sign in again. */
@Injectable()
export class EndSessions {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    command: AccountTarget & { readonly reason: string },
    call: Call,
  ): Promise<{ revision: number; ended: number }> {
    return this.unitOfWork.run(call, async (tx) => {
      let ended = 0;
      const { revision } = await changeAccount(tx, command, 'account.sessions-ended', async (account) => {
        ended = await tx.use(Sessions).endOfAccount(account.id);
        return account;
      });
      return { revision, ended };
    });
  }
}
