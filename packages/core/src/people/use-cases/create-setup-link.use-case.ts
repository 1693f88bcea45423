import { Injectable } from '@nestjs/common';
import { INSTALLATION, UnitOfWork, type Call } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { newToken, tokenHash } from '../domain/tokens.js';
import { SetupLinks } from '../persistence/setup-links.repository.js';

/**
 * The system, on the server itself. A one-time link for an installation without any account; the link before it is
 * void. Refused with SETUP_DONE once there is an account.
 */
@Injectable()
export class CreateSetupLink {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute({ now }: Pick<Call, 'now'>): Promise<{ token: string }> {
    const actor = { kind: 'system', id: 'set-up', administrationId: INSTALLATION } as const;
    return this.unitOfWork.run({ actor, now }, async (tx) => {
      const links = tx.use(SetupLinks);
      if (!(await links.isHouseEmpty())) throw new DomainError('SETUP_DONE');
      const token = newToken();
      await links.replace(tokenHash(token));
      tx.history([
        {
          stream: 'auth',
          subject: { kind: 'setup-link', id: tx.ids.next() },
          revision: 1,
          action: 'setup-link.created',
          after: { tokenHash: tokenHash(token).toString('hex') },
        },
      ]);
      return { token };
    });
  }
}
