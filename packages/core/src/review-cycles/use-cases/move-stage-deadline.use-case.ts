import type { StageDeadlineInput } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { Instances, procedureVersion, WorkflowEngine } from '../../workflow/index.js';
import { ReviewCycles } from '../persistence/review-cycles.repository.js';
import { readStageDeadlines } from '../read-stage-deadlines.js';

interface Command {
  readonly id: string;
  readonly revision: number;
  readonly deadline: StageDeadlineInput;
  /** Only these units; all where missing. */
  readonly unitIds?: readonly string[] | undefined;
  readonly reason: string;
}

/**
 * The secretariat moves the deadline of the present stage, for all units or for some. Its timers move with it;
 * those touched are told. Refused for another stage than the present one, for some units in another stage than the
 * collection, and for a day that is over.
 */
@Injectable()
export class MoveStageDeadline {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly engine: WorkflowEngine,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  execute(command: Command, call: Call): Promise<{ revision: number }> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, command), { long: true });
  }

  private async step(tx: Transaction, { id, revision, deadline: input, unitIds, reason }: Command) {
    const cycles = tx.use(ReviewCycles);
    const [instance] = await tx.use(Instances).lock([id]);
    if (instance === undefined) throw new DomainError('NOT_FOUND');
    const [read] = await readStageDeadlines(tx, this.calendars, instance, [input]);
    if (read === undefined || read.stage !== instance.state) {
      const { content } = await procedureVersion(tx, instance.procedureVersionId);
      throw new DomainError('STAGE_NOT_PRESENT', {
        stage: content.states[input.stage]?.names ?? input.stage,
      });
    }
    // A unit's own deadline is that of its form; explanations have theirs as tasks.
    if (unitIds !== undefined && read.stage !== 'collecting')
      throw new DomainError('UNIT_DEADLINE_NOT_COLLECTING');
    const cycle = await cycles.get(id);
    const [after] = await this.engine.act(tx, {
      ids: [id],
      revision,
      event: 'move-deadline',
      action: 'review-cycle.deadline-moved',
      reason,
      params: { unitIds },
      // A unit's own later deadline keeps its submission open while the cycle goes on.
      deadlines: unitIds === undefined ? new Map([[id, { [read.stage]: read.deadline }]]) : new Map(),
      change: async () => {
        if (unitIds === undefined)
          await cycles.change(id, { stages: { ...cycle.stages, [read.stage]: read.words } });
        else await cycles.setDue(id, unitIds, read.deadline);
      },
    });
    return { revision: after?.revision ?? revision };
  }
}
