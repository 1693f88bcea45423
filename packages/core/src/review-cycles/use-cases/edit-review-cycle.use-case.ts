import type { EditReviewCycle as Command } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { checkedPeriod, DomainError, valueOrThrow, type Period } from '../../shared/index.js';
import { WorkflowEngine, type Deadlines } from '../../workflow/index.js';
import { lockPrepared } from '../lock-prepared.js';
import { readStageDeadlines } from '../read-stage-deadlines.js';
import { issuedSet } from '../issued-set.js';
import { ReviewCycles } from '../persistence/review-cycles.repository.js';

/**
 * The secretariat edits a cycle while it is being prepared. Refused once it is launched (CYCLE_NOT_PREPARED):
 * from then on deadlines are moved and units added or excused, each with a reason.
 */
@Injectable()
export class EditReviewCycle {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly engine: WorkflowEngine,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  execute(
    command: Command & { readonly id: string; readonly revision: number },
    call: Call,
  ): Promise<{ revision: number }> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, command));
  }

  private async step(
    tx: Transaction,
    { id, revision, ...command }: Command & { readonly id: string; readonly revision: number },
  ) {
    const cycles = tx.use(ReviewCycles);
    const instance = await lockPrepared(tx, id);
    const cycle = await cycles.get(id);
    const period = valueOrThrow(checkedPeriod((command.period as Period | undefined) ?? cycle.period));
    const read = await readStageDeadlines(tx, this.calendars, instance, command.stages ?? []);
    const deadlines: Deadlines = Object.fromEntries(read.map(({ stage, deadline }) => [stage, deadline]));
    const [after] = await this.engine.act(tx, {
      ids: [id],
      revision,
      action: 'review-cycle.edited',
      reason: command.reason,
      deadlines: new Map([[id, deadlines]]),
      change: async () => {
        await cycles.change(id, {
          ...(command.names && { names: command.names }),
          ...(command.criteriaSetVersionId && {
            criteriaSetVersionId: await issuedSet(tx, command.criteriaSetVersionId),
          }),
          period,
          stages: { ...cycle.stages, ...Object.fromEntries(read.map(({ stage, words }) => [stage, words])) },
        });
        if (command.unitIds !== undefined) {
          await cycles.removeParticipants(id);
          await cycles.addParticipants(id, command.unitIds, period.end);
        }
      },
    });
    if (after === undefined) throw new DomainError('NOT_FOUND');
    return { revision: after.revision };
  }
}
