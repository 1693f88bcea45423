import type { RenewTaskFeed as Command } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { changedFields } from '../../history/index.js';
import { newToken, tokenHash } from '../../people/index.js';
import { reaches, UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { TaskFeeds, type TaskFeed } from '../persistence/task-feeds.repository.js';

/**
 * The leader of a unit makes the secret calendar address of its deadlines, or a new one in its place: the one before
 * holds no longer. The token is answered once and kept as its hash only; a repeated command answers without it.
 */
@Injectable()
export class RenewTaskFeed {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(command: Command & { readonly unitId: string }, call: Call): Promise<{ token?: string }> {
    const token = newToken();
    let written = false;
    await this.unitOfWork.run(call, async (tx) => {
      await renew(tx, command, tokenHash(token));
      written = true;
    });
    return written ? { token } : {};
  }
}

async function renew(
  tx: Transaction,
  { unitId, language }: Command & { readonly unitId: string },
  hash: Buffer,
): Promise<void> {
  if (!reaches(tx.actor, unitId)) throw new DomainError('NOT_FOUND');
  const before = await tx.use(TaskFeeds).hold(unitId);
  const after: TaskFeed = {
    id: before?.id ?? tx.ids.next(),
    unitId,
    language,
    madeBy: tx.actor.kind === 'user' ? tx.actor.id : null,
    madeAt: tx.now,
    revokedAt: null,
    revision: (before?.revision ?? 0) + 1,
  };
  await tx.use(TaskFeeds).save(after, hash);
  const live = before !== undefined && before.revokedAt === null;
  tx.history([
    {
      stream: 'tasks',
      subject: { kind: 'task-feed', id: after.id },
      revision: after.revision,
      action: live ? 'task-feed.renewed' : 'task-feed.made',
      before: before && changedFields(before, after),
      after,
    },
  ]);
}
