import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call } from '../../platform/index.js';
import { lockDraft } from '../lock-draft.js';
import { Conclusions } from '../persistence/conclusions.repository.js';
import { recordConclusion } from '../record-conclusion.js';

/** The secretariat gives a draft up, with the reason. Refused as lockDraft says. */
@Injectable()
export class DiscardConclusion {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    { id, revision, reason }: { readonly id: string; readonly revision?: number; readonly reason: string },
    call: Call,
  ): Promise<{ revision: number }> {
    return this.unitOfWork.run(call, async (tx) => {
      const before = await lockDraft(tx, id, revision);
      const conclusion = {
        ...before.conclusion,
        state: 'discarded' as const,
        revision: before.conclusion.revision + 1,
      };
      await tx.use(Conclusions).save(conclusion);
      recordConclusion(tx, 'conclusion.discarded', { ...before, conclusion }, { before, reason });
      return { revision: conclusion.revision };
    });
  }
}
