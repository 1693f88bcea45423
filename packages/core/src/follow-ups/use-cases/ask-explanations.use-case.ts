import { describeFinding, type DeadlineInput, type FindingParams, type WeakResult } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { weakResults } from '../../scoring/index.js';
import { dayAt, DomainError, dueAtOf } from '../../shared/index.js';
import { readTaskDeadline, TaskOpener, type NewTask, type TaskDeadline } from '../../tasks/index.js';
import { Instances, type Deadline } from '../../workflow/index.js';
import { unexplained, type OpenFinding } from '../queries/unexplained.js';

interface Command {
  readonly cycleId: string;
  /** Another deadline than the one of the cycle's stage. */
  readonly deadline?: DeadlineInput | undefined;
  readonly reason?: string | undefined;
}

/** Time to explain where the cycle's stage has no deadline ahead. */
const USUAL_WORKING_DAYS = 5;

/**
 * By rule, when a cycle comes to its stage of explanations, or when committee or secretariat ask: every unit under a
 * threshold or with a finding that nobody has explained gets one request for all of them, due with the stage. What was
 * asked for already is not asked again. Refused: a deadline that is no day (DEADLINE_NOT_A_DAY) or over (DEADLINE_PAST).
 */
@Injectable()
export class AskExplanations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly opener: TaskOpener,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  execute(command: Command, call: Call): Promise<{ ids: string[] }> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, command), { long: true });
  }

  async step(tx: Transaction, { cycleId, deadline, reason }: Command): Promise<{ ids: string[] }> {
    const [cycle] = await tx.use(Instances).lock([cycleId]);
    const due = await this.deadline(tx, cycle?.deadlines[cycle.state], deadline);
    const { weak, findings } = await this.left(tx, cycleId);
    const unitIds = [...new Set([...weak, ...findings].map(({ unitId }) => unitId))];
    const ids = await this.opener.open(
      tx,
      unitIds.map((unitId) =>
        requestOf(
          { cycleId, unitId, deadline: due },
          weak.filter((result) => result.unitId === unitId),
          findings.filter((finding) => finding.unitId === unitId),
        ),
      ),
      reason,
    );
    return { ids };
  }

  /** Weak results and findings of the cycle that no request stands for yet. */
  private async left(tx: Transaction, cycleId: string) {
    const { asked, findings } = await unexplained(tx, tx.administrationId, cycleId);
    let weak: WeakResult[] = [];
    try {
      weak = await weakResults(tx, tx.administrationId, cycleId);
    } catch (error) {
      // Without scores there are only findings to explain.
      if (!(error instanceof DomainError && error.code === 'SCORES_NOT_RUN')) throw error;
    }
    return {
      weak: weak.filter(({ unitId, indicator }) => !asked.has(`${unitId} ${indicator}`)),
      findings,
    };
  }

  private async deadline(
    tx: Transaction,
    stage: Deadline | undefined,
    given: DeadlineInput | undefined,
  ): Promise<TaskDeadline> {
    const { zone } = this.calendars;
    const calendar = await this.calendars.of(tx, tx.administrationId);
    const today = dayAt(tx.now, zone);
    if (given !== undefined) {
      const read = readTaskDeadline(given, { documentDay: today, calendar, zone });
      if (read.due === null) throw new DomainError('DEADLINE_NOT_A_DAY', { phrase: read.phrase ?? '' });
      return read;
    }
    if (stage !== undefined && stage.at > tx.now)
      return { phrase: null, reading: null, due: stage, recurrence: null };
    const on = calendar.addWorkingDays(today, USUAL_WORKING_DAYS);
    return { phrase: null, reading: null, due: { on, at: dueAtOf(on, zone) }, recurrence: null };
  }
}

function requestOf(
  to: Pick<NewTask, 'unitId' | 'cycleId' | 'deadline'> & { readonly cycleId: string },
  weak: readonly WeakResult[],
  findings: readonly OpenFinding[],
): NewTask {
  const about = [
    ...(weak.length > 0 ? ['kết quả dưới ngưỡng'] : []),
    ...(findings.length > 0 ? ['phát hiện về số liệu'] : []),
  ];
  return {
    ...to,
    kind: 'explanation',
    title: `Giải trình ${about.join(' và ')}`,
    body: findings.map(({ code, params }) => `- ${inWords(code, params)}`).join('\n'),
    source: { kind: 'direct' },
    indicatorCodes: [...new Set(weak.map(({ indicator }) => indicator))],
    explains: weak.map((result) => ({
      indicator: result.indicator,
      indicatorNames: result.indicatorNames,
      measure: result.measure,
      thresholdNames: result.thresholdNames,
      comparison: result.comparison,
      limit: result.limit,
      shownValue: result.shownValue,
    })),
    findingIds: findings.map(({ id }) => id),
    ...(findings.length > 0 && {
      subject: { kind: 'review-cycle', id: to.cycleId },
      effects: { accepted: 'findings.settle-explained' },
    }),
  };
}

const inWords = (code: string, params: FindingParams): string => describeFinding(code, params, 'vi');
