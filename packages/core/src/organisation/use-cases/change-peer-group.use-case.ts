import type { ChangePeerGroupCommand } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { changedFields } from '../../history/index.js';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { PeerGroups } from '../persistence/peer-groups.repository.js';
import { checkRevision } from './check-revision.js';

/** Administrators. The peer group has another name or place in the order; its code stays. */
@Injectable()
export class ChangePeerGroup {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    command: ChangePeerGroupCommand & { readonly id: string; readonly revision: number },
    call: Call,
  ): Promise<{ revision: number }> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, command));
  }

  private async step(
    tx: Transaction,
    command: ChangePeerGroupCommand & { readonly id: string; readonly revision: number },
  ): Promise<{ revision: number }> {
    const groups = tx.use(PeerGroups);
    const group = await groups.getForUpdate(command.id);
    checkRevision(command.revision, group);
    const next = {
      ...group,
      names: command.names ?? group.names,
      sort: command.sort ?? group.sort,
      revision: group.revision + 1,
    };
    await groups.save(next);
    const before = { code: group.code, names: group.names, sort: group.sort };
    const after = { code: next.code, names: next.names, sort: next.sort };
    tx.history([
      {
        stream: 'organisation',
        subject: { kind: 'peer-group', id: group.id },
        revision: next.revision,
        action: 'peer-group.changed',
        reason: command.reason,
        before: changedFields(before, after),
        after,
      },
    ]);
    return { revision: next.revision };
  }
}
