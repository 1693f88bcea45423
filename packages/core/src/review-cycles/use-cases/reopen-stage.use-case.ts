import type { StageDeadlineInput } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { Instances, WorkflowEngine } from '../../workflow/index.js';
import { ReviewCycles } from '../persistence/review-cycles.repository.js';
import { readStageDeadlines } from '../read-stage-deadlines.js';

interface Command {
  readonly id: string;
  readonly revision: number;
  /** The reopened stage's new deadline. */
  readonly deadline: StageDeadlineInput;
  readonly reason: string;
}

/** The secretariat reopens the collection before anything is concluded: units may correct until the new deadline. */
@Injectable()
export class ReopenStage {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly engine: WorkflowEngine,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  execute(command: Command, call: Call): Promise<{ revision: number }> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, command), { long: true });
  }

  private async step(tx: Transaction, { id, revision, deadline: input, reason }: Command) {
    const [instance] = await tx.use(Instances).lock([id]);
    if (instance === undefined) throw new DomainError('NOT_FOUND');
    const [read] = await readStageDeadlines(tx, this.calendars, instance, [input]);
    if (read === undefined) throw new DomainError('STAGE_UNKNOWN', { stage: input.stage });
    const cycle = await tx.use(ReviewCycles).get(id);
    const [after] = await this.engine.act(tx, {
      ids: [id],
      revision,
      event: 'reopen',
      action: 'review-cycle.stage-reopened',
      reason,
      deadlines: new Map([[id, { [read.stage]: read.deadline }]]),
      change: () =>
        tx.use(ReviewCycles).change(id, { stages: { ...cycle.stages, [read.stage]: read.words } }),
    });
    return { revision: after?.revision ?? revision };
  }
}
