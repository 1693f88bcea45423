import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call } from '../../platform/index.js';
import { Sessions } from '../persistence/sessions.repository.js';
import { changeAccount, checkWorksHereOnly, type AccountTarget } from './change-account.js';
import { initialPasswords } from './initial-passwords.js';

/**
 * Administrators, for somebody who forgot the password. A new initial password holds, answered once and to be
 * changed; the account's sessions end.
 */
@Injectable()
export class ResetPassword {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(
    command: AccountTarget & { readonly reason: string },
    call: Call,
  ): Promise<{ revision: number; initialPassword?: string | undefined }> {
    const initial = await initialPasswords([command.id]);
    const result = await this.unitOfWork.run(call, async (tx) =>
      initial.noteWritten(
        await changeAccount(tx, command, 'account.password-reset', async (account) => {
          await checkWorksHereOnly(tx, account);
          await tx.use(Sessions).endOfAccount(account.id);
          return { ...account, ...initial.prepare(command.id) };
        }),
      ),
    );
    const [revealed] = initial.reveal([{ userName: command.id }]);
    return { ...result, initialPassword: revealed?.initialPassword };
  }
}
