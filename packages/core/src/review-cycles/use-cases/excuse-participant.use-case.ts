import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call } from '../../platform/index.js';
import { Registries, WorkflowEngine } from '../../workflow/index.js';
import { ReviewCycles } from '../persistence/review-cycles.repository.js';

interface Command {
  readonly id: string;
  readonly revision: number;
  readonly reason: string;
  readonly unitId: string;
}

/** The secretariat excuses a unit from a running cycle: its submission ends, the reason is kept, scores follow. */
@Injectable()
export class ExcuseParticipant {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly engine: WorkflowEngine,
    private readonly registries: Registries,
  ) {}

  execute({ id, revision, reason, unitId }: Command, call: Call): Promise<{ revision: number }> {
    return this.unitOfWork.run(call, async (tx) => {
      const [after] = await this.engine.act(tx, {
        ids: [id],
        revision,
        event: 'excuse-participant',
        action: 'review-cycle.participant-excused',
        reason,
        change: () => tx.use(ReviewCycles).excuse(id, unitId, reason),
      });
      const params = { unitIds: [unitId], participants: true };
      await this.registries.effectOf('scoring.follow')(tx, [{ id, params, reason }]);
      return { revision: after?.revision ?? revision };
    });
  }
}
