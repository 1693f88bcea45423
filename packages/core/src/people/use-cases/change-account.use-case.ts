import type { ChangeAccountCommand } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call } from '../../platform/index.js';
import { changeAccount, checkWorksHereOnly, type AccountTarget } from './change-account.js';

/** Administrators. Name, address, phone or language of the person change; the user name stays. */
@Injectable()
export class ChangeAccount {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(command: ChangeAccountCommand & AccountTarget, call: Call): Promise<{ revision: number }> {
    const { fullName, email, phone, language } = command;
    return this.unitOfWork.run(call, (tx) =>
      changeAccount(tx, command, 'account.changed', async (account) => {
        await checkWorksHereOnly(tx, account);
        return {
          ...account,
          fullName: fullName ?? account.fullName,
          email: email === undefined ? account.email : email,
          phone: phone === undefined ? account.phone : phone,
          language: language ?? account.language,
        };
      }),
    );
  }
}
