import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call } from '../../platform/index.js';
import { Registries, WorkflowEngine } from '../../workflow/index.js';
import { ReviewCycles } from '../persistence/review-cycles.repository.js';

interface Command {
  readonly id: string;
  readonly revision: number;
  readonly reason: string;
  readonly unitIds: readonly string[];
}

/**
 * The secretariat adds units to a running cycle: they get their submission at once, scores follow. Refused for units that do
 * not exist at the end of the period. A unit excused before takes part again.
 */
@Injectable()
export class AddParticipants {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly engine: WorkflowEngine,
    private readonly registries: Registries,
  ) {}

  execute({ id, revision, reason, unitIds }: Command, call: Call): Promise<{ revision: number }> {
    return this.unitOfWork.run(call, async (tx) => {
      const cycles = tx.use(ReviewCycles);
      const { period } = await cycles.get(id);
      const [after] = await this.engine.act(tx, {
        ids: [id],
        revision,
        event: 'add-participants',
        action: 'review-cycle.participants-added',
        reason,
        change: () => cycles.addParticipants(id, unitIds, period.end),
      });
      const params = { unitIds: [...unitIds], participants: true };
      await this.registries.effectOf('scoring.follow')(tx, [{ id, params, reason }]);
      return { revision: after?.revision ?? revision };
    });
  }
}
