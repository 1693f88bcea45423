import type { SettleFinding as Settlement } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { notify } from '../../notices/index.js';
import { actorName, UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { Submissions } from '../../submissions/index.js';
import { holdFinding } from '../held-finding.js';
import { recordFindings } from '../record-findings.js';

interface Command extends Settlement {
  readonly id: string;
  readonly revision?: number | undefined;
}

/** Secretariat or appraiser: the answer stands, or the unit is asked again and told why. */
@Injectable()
export class SettleFinding {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(command: Command, call: Call): Promise<{ revision: number }> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, command));
  }

  private async step(tx: Transaction, { id, revision, decision, reason }: Command) {
    const settles = decision === 'settle';
    const before = await holdFinding(
      tx,
      { id, revision },
      settles ? ['open', 'explained'] : ['explained', 'settled'],
    );
    const after = {
      ...before,
      state: settles ? ('settled' as const) : ('open' as const),
      settlement: settles ? { reason, by: actorName(tx.actor), at: tx.now } : null,
      revision: before.revision + 1,
    };
    const action = settles ? 'finding.settled' : 'finding.reopened';
    await recordFindings(tx, [{ before, after, action }], reason);
    if (!settles && before.unitId !== null)
      await this.tellUnit(tx, before.cycleId, before.unitId, id, reason);
    return { revision: after.revision };
  }

  private async tellUnit(tx: Transaction, cycleId: string, unitId: string, id: string, reason: string) {
    const [own] = await tx.use(Submissions).listOfCycles([cycleId], [unitId]);
    await notify(tx, [
      {
        to: { role: ['unit-officer', 'unit-leader'], unitIds: [unitId] },
        kind: 'finding.reopened',
        params: { cycle: own?.cycleCode ?? '', unit: own?.unitNames ?? '', reason },
        link: `/findings/${id}/show`,
      },
    ]);
  }
}
