import type { SwitchRoleCommand } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { Sessions } from '../persistence/sessions.repository.js';
import { currentRoles } from '../queries/current-roles.js';

/** Anybody signed in. The session goes on in another of the own roles that hold today; others are NOT_FOUND. */
@Injectable()
export class SwitchRole {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(command: SwitchRoleCommand & { readonly tokenHash: Uint8Array }, call: Call): Promise<void> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, command));
  }

  private async step(
    tx: Transaction,
    { assignmentId, tokenHash }: SwitchRoleCommand & { readonly tokenHash: Uint8Array },
  ): Promise<void> {
    if (tx.actor.kind !== 'user') throw new DomainError('FORBIDDEN');
    const held = await currentRoles(tx, tx.actor.id);
    const role = held.find((own) => own.assignmentId === assignmentId);
    if (role === undefined) throw new DomainError('NOT_FOUND');
    const session = await tx.use(Sessions).switchRole(tokenHash, assignmentId);
    if (session?.accountId !== tx.actor.id) throw new DomainError('SESSION_MISSING');
    tx.history([
      {
        stream: 'auth',
        subject: { kind: 'session', id: session.id },
        revision: session.revision,
        action: 'session.role-switched',
        before: { assignment: tx.actor.assignmentId },
        after: { account: session.accountId, assignment: assignmentId, role: role.role },
      },
    ]);
  }
}
