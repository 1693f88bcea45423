import { createReviewCycle, type CreateReviewCycle as Command } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { checkedPeriod, DomainError, valueOrThrow, type Period } from '../../shared/index.js';
import { Procedures, procedureVersion, WorkflowEngine, Instances } from '../../workflow/index.js';
import { issuedSet, newestVersionOfSameSet } from '../issued-set.js';
import { ReviewCycles } from '../persistence/review-cycles.repository.js';
import { reviewCycleProcedures } from '../procedures.js';
import { readStageDeadlines } from '../read-stage-deadlines.js';

/**
 * The secretariat prepares a cycle, anew or as a copy of an earlier one: then the criteria set, the procedure
 * (each in its newest issued version) and the units come from there where the command names none. Refused: a
 * code in use, an unissued set, units that do not exist at the end of the period, a deadline in the past.
 */
@Injectable()
export class CreateReviewCycle {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly engine: WorkflowEngine,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  execute(
    command: Command & { readonly illustrative?: boolean },
    call: Call,
  ): Promise<{ id: string; revision: number }> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, command));
  }

  private async step(
    tx: Transaction,
    { illustrative = false, ...given }: Command & { readonly illustrative?: boolean },
  ) {
    const command = createReviewCycle.parse(given);
    const cycles = tx.use(ReviewCycles);
    const period = valueOrThrow(checkedPeriod(command.period as Period));
    const source = command.copyOf === undefined ? undefined : await this.source(tx, command.copyOf);
    const procedure = await tx
      .use(Procedures)
      .getCurrent(command.procedureCode ?? source?.procedureCode ?? DEFAULT_PROCEDURE);
    const deadlines = await readStageDeadlines(
      tx,
      this.calendars,
      { procedureVersionId: procedure.id },
      command.stages,
    );
    const id = tx.ids.next();
    await cycles.insert({
      id,
      administrationId: tx.administrationId,
      code: command.code,
      names: command.names,
      period,
      criteriaSetVersionId: await issuedSet(tx, command.criteriaSetVersionId ?? source?.criteriaSetVersionId),
      previousCycleId: command.copyOf ?? null,
      stages: Object.fromEntries(deadlines.map(({ stage, words }) => [stage, words])),
      illustrative,
      createdAt: tx.now,
      launchedAt: null,
      publishedAt: null,
    });
    await cycles.addParticipants(id, command.unitIds ?? source?.unitIds ?? [], period.end);
    await this.engine.start(tx, {
      kind: 'review-cycle',
      procedureVersionId: procedure.id,
      items: [
        { id, deadlines: Object.fromEntries(deadlines.map(({ stage, deadline }) => [stage, deadline])) },
      ],
      action: 'review-cycle.created',
    });
    return { id, revision: 1 };
  }

  private async source(tx: Transaction, cycleId: string) {
    const cycle = await tx.use(ReviewCycles).get(cycleId);
    const [instance] = await tx.use(Instances).lock([cycleId]);
    if (instance === undefined) throw new DomainError('NOT_FOUND');
    const { code: procedureCode } = await procedureVersion(tx, instance.procedureVersionId);
    return {
      procedureCode,
      criteriaSetVersionId: await newestVersionOfSameSet(tx, cycle.criteriaSetVersionId),
      unitIds: await tx.use(ReviewCycles).participantIds(cycleId),
    };
  }
}

const DEFAULT_PROCEDURE = Object.keys(reviewCycleProcedures)[0] ?? '';
