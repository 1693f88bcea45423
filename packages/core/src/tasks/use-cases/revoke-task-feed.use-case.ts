import { Injectable } from '@nestjs/common';
import { changedFields } from '../../history/index.js';
import { reaches, UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { TaskFeeds } from '../persistence/task-feeds.repository.js';

/** The leader of a unit closes its calendar address: whoever holds it is answered as if it had never been. */
@Injectable()
export class RevokeTaskFeed {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute({ unitId }: { readonly unitId: string }, call: Call): Promise<{ revision: number }> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, unitId));
  }

  private async step(tx: Transaction, unitId: string): Promise<{ revision: number }> {
    const before = reaches(tx.actor, unitId) ? await tx.use(TaskFeeds).hold(unitId) : undefined;
    if (before === undefined) throw new DomainError('NOT_FOUND');
    if (before.revokedAt !== null) return { revision: before.revision };
    const after = { ...before, revokedAt: tx.now, revision: before.revision + 1 };
    await tx.use(TaskFeeds).save(after, null);
    tx.history([
      {
        stream: 'tasks',
        subject: { kind: 'task-feed', id: after.id },
        revision: after.revision,
        action: 'task-feed.revoked',
        before: changedFields(before, after),
        after,
      },
    ]);
    return { revision: after.revision };
  }
}
