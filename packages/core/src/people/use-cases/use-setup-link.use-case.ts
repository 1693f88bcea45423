import type { SetUpCommand } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { createAdministration } from '../../organisation/index.js';
import { IDS, UnitOfWork, type Call, type Ids } from '../../platform/index.js';
import { DomainError, valueOrThrow } from '../../shared/index.js';
import { checkNewPassword } from '../domain/password.js';
import { tokenHash } from '../domain/tokens.js';
import { hashPassword } from '../password-hashing.js';
import { SetupLinks } from '../persistence/setup-links.repository.js';
import { createAccounts } from './create-accounts.use-case.js';

/**
 * Whoever holds the one-time link, once. The first administration stands, and its first administrator with the
 * password chosen. Refused: a link used, too old or unknown; a house that has accounts; a weak password.
 */
@Injectable()
export class UseSetupLink {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  async execute(
    { token, administration, account }: SetUpCommand,
    { now }: Pick<Call, 'now'>,
  ): Promise<{ administrationId: string; accountId: string }> {
    const password = valueOrThrow(checkNewPassword(account.password, account.userName));
    const passwordHash = await hashPassword(password);
    const administrationId = this.ids.next();
    const actor = { kind: 'system', id: 'set-up', administrationId } as const;
    return this.unitOfWork.run({ actor, now }, async (tx) => {
      const links = tx.use(SetupLinks);
      if (!(await links.isHouseEmpty())) throw new DomainError('SETUP_DONE');
      if (!(await links.use(tokenHash(token)))) throw new DomainError('SETUP_LINK_INVALID');
      await createAdministration(tx, administration, administrationId);
      const { userName, fullName, language } = account;
      const roles = [{ role: 'administrator' as const }];
      const [created] = await createAccounts(tx, {
        accounts: [{ userName, fullName, language, roles, passwordHash }],
      });
      if (created === undefined) throw new Error('The first account was not written.');
      return { administrationId, accountId: created.id };
    });
  }
}
