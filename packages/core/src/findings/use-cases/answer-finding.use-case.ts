import type { AnswerFinding as Answer } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { submitEvidence } from '../../evidence/index.js';
import { notify } from '../../notices/index.js';
import { actorName, UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { Submissions } from '../../submissions/index.js';
import { holdFinding } from '../held-finding.js';
import { recordFindings } from '../record-findings.js';

interface Command extends Answer {
  readonly id: string;
  readonly revision?: number | undefined;
}

/** The unit explains a finding about its figures, and hands in what proves it; the secretariat is told. */
@Injectable()
export class AnswerFinding {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(command: Command, call: Call): Promise<{ revision: number }> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, command));
  }

  private async step(tx: Transaction, { id, revision, text }: Command) {
    const before = await holdFinding(tx, { id, revision }, ['open', 'explained']);
    const after = {
      ...before,
      state: 'explained' as const,
      answer: { text, by: actorName(tx.actor), at: tx.now },
      revision: before.revision + 1,
    };
    await recordFindings(tx, [{ before, after, action: 'finding.answered' }]);
    await submitEvidence(tx, 'finding', [id]);
    const unitIds = before.unitId === null ? [] : [before.unitId];
    const [own] = await tx.use(Submissions).listOfCycles([before.cycleId], unitIds);
    await notify(tx, [
      {
        to: { role: 'secretariat' },
        kind: 'finding.answered',
        params: { cycle: own?.cycleCode ?? '', unit: own?.unitNames ?? '', text },
        link: `/findings/${id}/show`,
      },
    ]);
    return { revision: after.revision };
  }
}
