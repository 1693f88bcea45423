import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { procedureVersion, WorkflowEngine } from '../../workflow/index.js';
import { stagesOf, stagesWithDeadline } from '../domain/stages.js';
import { lockPrepared } from '../lock-prepared.js';
import { ReviewCycles } from '../persistence/review-cycles.repository.js';

/**
 * The committee launches a prepared cycle: every participating unit gets its submission, and the first stage's
 * deadline runs. Refused without units (CYCLE_WITHOUT_UNITS) or without that deadline (STAGE_DEADLINE_MISSING).
 */
@Injectable()
export class LaunchReviewCycle {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly engine: WorkflowEngine,
  ) {}

  execute(
    command: { readonly id: string; readonly revision?: number; readonly reason?: string | undefined },
    call: Call,
  ): Promise<{ revision: number }> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, command), { long: true });
  }

  private async step(
    tx: Transaction,
    { id, revision, reason }: { id: string; revision?: number; reason?: string | undefined },
  ) {
    const cycles = tx.use(ReviewCycles);
    const instance = await lockPrepared(tx, id);
    if ((await cycles.participantIds(id)).length === 0) throw new DomainError('CYCLE_WITHOUT_UNITS');
    const { content } = await procedureVersion(tx, instance.procedureVersionId);
    const first = stagesOf(content)[1];
    if (
      first !== undefined &&
      stagesWithDeadline(content).includes(first) &&
      instance.deadlines[first] === undefined
    ) {
      throw new DomainError('STAGE_DEADLINE_MISSING', { stage: content.states[first]?.names ?? first });
    }
    const [after] = await this.engine.act(tx, {
      ids: [id],
      revision,
      event: 'launch',
      action: 'review-cycle.launched',
      reason,
      change: () => cycles.change(id, { launchedAt: tx.now }),
    });
    return { revision: after?.revision ?? instance.revision };
  }
}
