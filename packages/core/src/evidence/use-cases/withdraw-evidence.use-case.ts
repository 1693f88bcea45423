import { Injectable } from '@nestjs/common';
import { reaches, UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { evidenceEntry } from '../evidence-history.js';
import { EvidenceRepository } from '../persistence/evidence.repository.js';

/**
 * Whoever gave a file takes it back, as long as it has not left the unit (else EVIDENCE_NOT_YOURS). Its row stays and
 * keeps its number; the bytes are swept once no row uses them.
 */
@Injectable()
export class WithdrawEvidence {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    command: { readonly id: string; readonly reason?: string | undefined },
    call: Call,
  ): Promise<{ revision: number }> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, command));
  }

  private async step(
    tx: Transaction,
    { id, reason }: { readonly id: string; readonly reason?: string | undefined },
  ): Promise<{ revision: number }> {
    const rows = tx.use(EvidenceRepository);
    const held = await rows.hold(id);
    if (held === undefined || !reaches(tx.actor, held.unitId)) throw new DomainError('NOT_FOUND');
    if (held.withdrawnAt !== null) return { revision: held.revision };
    const own = tx.actor.kind === 'user' && tx.actor.id === held.givenBy;
    if (!own || held.submittedAt !== null) throw new DomainError('EVIDENCE_NOT_YOURS');
    const after = { ...held, withdrawnAt: tx.now, revision: held.revision + 1 };
    await rows.withdraw(id);
    tx.history([{ ...evidenceEntry('evidence.withdrawn', after, held), reason }]);
    return { revision: after.revision };
  }
}
