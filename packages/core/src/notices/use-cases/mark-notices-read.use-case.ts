import type { MarkNoticesRead as Command } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { Notices } from '../persistence/notices.repository.js';

/**
 * Anybody, their own notices: they count as read from now. Those of others among the ids are passed over. That a
 * notice was read is no fact of the product: it makes no history.
 */
@Injectable()
export class MarkNoticesRead {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(command: Command, call: Call): Promise<{ read: number }> {
    return this.unitOfWork.run(call, async (tx) => {
      if (tx.actor.kind !== 'user') throw new DomainError('FORBIDDEN');
      const read = await tx.use(Notices).markRead(tx.actor.id, 'ids' in command ? command.ids : null);
      return { read };
    });
  }
}
