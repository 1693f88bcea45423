import type { ChangeSettingsCommand } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { Accounts } from '../persistence/accounts.repository.js';
import { saveAccount } from './change-account.js';

/** Anybody signed in: the language one is written to in, and whether one wants mail. What is left out stays. */
@Injectable()
export class ChangeOwnSettings {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute({ language, mailOn }: ChangeSettingsCommand, call: Call): Promise<{ revision: number }> {
    return this.unitOfWork.run(call, async (tx) => {
      if (tx.actor.kind !== 'user') throw new DomainError('FORBIDDEN');
      const account = await tx.use(Accounts).getForUpdate(tx.actor.id);
      const next = {
        ...account,
        language: language ?? account.language,
        mailOn: mailOn ?? account.mailOn,
      };
      if (next.language === account.language && next.mailOn === account.mailOn)
        return { revision: account.revision };
      return saveAccount(tx, account, next, 'account.settings-changed');
    });
  }
}
