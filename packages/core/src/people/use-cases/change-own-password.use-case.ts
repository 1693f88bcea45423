import type { ChangePasswordCommand } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { IDS, Reader, UnitOfWork, type Call, type Ids } from '../../platform/index.js';
import { DomainError, valueOrThrow } from '../../shared/index.js';
import { checkNewPassword } from '../domain/password.js';
import { hashPassword, verifyPassword } from '../password-hashing.js';
import { Accounts } from '../persistence/accounts.repository.js';
import { Credentials } from '../persistence/credentials.repository.js';
import { Sessions } from '../persistence/sessions.repository.js';
import { SignInAttempts } from '../persistence/sign-in-attempts.repository.js';
import { bookAttempt } from './attempt-sign-in.js';
import { saveAccount } from './change-account.js';

export type ChangeOwnPasswordRequest = ChangePasswordCommand & {
  /** Of the session that goes on. */
  readonly tokenHash: Uint8Array;
};

/**
 * Anybody signed in. The new password holds, all other sessions of the account end. Refused: a wrong current
 * password (counted like a failed sign-in), a new one that is short, common, the same or built on the user name.
 */
@Injectable()
export class ChangeOwnPassword {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  async execute(request: ChangeOwnPasswordRequest, { actor, now }: Call): Promise<{ revision: number }> {
    const credential = actor.kind === 'user' ? await Credentials.get(this.reader, actor.id) : undefined;
    if (credential === undefined) throw new DomainError('FORBIDDEN');
    const password = valueOrThrow(checkNewPassword(request.newPassword, credential.userName));
    const attemptId = this.ids.next();
    await bookAttempt(this.unitOfWork, { id: attemptId, userName: credential.userName, address: null }, now);
    if (!(await verifyPassword(credential.passwordHash, request.currentPassword)))
      throw new DomainError('PASSWORD_WRONG');
    if (await verifyPassword(credential.passwordHash, password)) throw new DomainError('PASSWORD_UNCHANGED');
    const passwordHash = await hashPassword(password);
    // Without the command key: its fingerprint, a plain hash over two passwords, has no business in the log.
    return this.unitOfWork.run({ actor, now }, async (tx) => {
      await tx.use(SignInAttempts).noteSuccess(attemptId);
      const account = await tx.use(Accounts).getForUpdate(actor.id);
      if (account.passwordHash !== credential.passwordHash) throw new DomainError('PASSWORD_WRONG');
      await tx.use(Sessions).endOfAccount(account.id, request.tokenHash);
      const next = { ...account, passwordHash, mustChangePassword: false };
      return saveAccount(tx, account, next, 'account.password-changed');
    });
  }
}
