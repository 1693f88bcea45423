import type { RecommendationAnswer } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { reaches, UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { dayAt, DomainError, type Day } from '../../shared/index.js';
import { WorkflowEngine, type ActRequest } from '../../workflow/index.js';
import { isOfTeam } from '../own-supervision.js';
import { Recommendations, type Recommendation } from '../persistence/recommendations.repository.js';
import { Supervisions } from '../persistence/supervisions.repository.js';

interface Target {
  readonly id: string;
  readonly revision?: number | undefined;
}

/**
 * The way of a recommendation after it was sent: the authority answers; the side that recommends accepts the answer or
 * asks again, or withdraws; and it is closed when it is done, not when the answer was written. Who may do which says
 * the procedure; whose recommendation it is, is checked here.
 */
@Injectable()
export class FollowRecommendation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly engine: WorkflowEngine,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  answer(
    target: Target & { readonly answer: RecommendationAnswer },
    call: Call,
  ): Promise<{ revision: number }> {
    return this.run(target, call, (tx) => {
      const { text, agrees, documentNumber, documentOn } = target.answer;
      const answer = {
        text,
        agrees,
        documentNumber: documentNumber ?? null,
        documentOn: (documentOn ?? null) as Day | null,
      };
      return {
        event: 'answer',
        action: 'recommendation.answered',
        change: () => tx.use(Recommendations).change(target.id, { answer }),
      };
    });
  }

  /** Accepting a refusal closes the recommendation as one that is not carried out. */
  settle(
    target: Target & {
      readonly event: 'accept-answer' | 'return-answer' | 'withdraw';
      readonly reason?: string | undefined;
    },
    call: Call,
  ): Promise<{ revision: number }> {
    return this.run(target, call, (_tx, { answer }) => {
      const { event, reason } = target;
      const params = { reason: reason ?? '' };
      if (event !== 'accept-answer')
        return {
          event,
          action: `recommendation.${event === 'withdraw' ? 'withdrawn' : 'answer-returned'}`,
          reason,
          params,
        };
      return answer?.agrees === false
        ? { event: 'accept-refusal', action: 'recommendation.refusal-accepted', reason, params }
        : { event, action: 'recommendation.answer-accepted', reason, params };
    });
  }

  /** Refused: a day to come (DONE_ON_WRONG). */
  finish(
    target: Target & { readonly doneOn?: string | undefined; readonly reason?: string | undefined },
    call: Call,
  ): Promise<{ revision: number }> {
    return this.run(target, call, (tx) => {
      const today = dayAt(tx.now, this.calendars.zone);
      const doneOn = (target.doneOn ?? today) as Day;
      if (doneOn > today) throw new DomainError('DONE_ON_WRONG', { doneOn });
      return {
        event: 'finish',
        action: 'recommendation.done',
        reason: target.reason,
        change: () => tx.use(Recommendations).change(target.id, { doneOn }),
      };
    });
  }

  private run(
    { id, revision }: Target,
    call: Call,
    request: (tx: Transaction, recommendation: Recommendation) => Omit<ActRequest, 'ids' | 'revision'>,
  ): Promise<{ revision: number }> {
    return this.unitOfWork.run(call, async (tx) => {
      const [recommendation] = await tx.use(Recommendations).list([id]);
      if (recommendation === undefined) throw new DomainError('NOT_FOUND');
      await refuseStrangers(tx, recommendation);
      const [after] = await this.engine.act(tx, { ...request(tx, recommendation), ids: [id], revision });
      return { revision: after?.revision ?? 0 };
    });
  }
}

/** People of units act on those of their unit, auditors on those of their own supervisions. */
async function refuseStrangers(tx: Transaction, { unitId, supervisionId }: Recommendation): Promise<void> {
  if (tx.actor.kind === 'system') return;
  if (tx.actor.role === 'auditor') {
    if (supervisionId === null) throw new DomainError('FORBIDDEN');
    const supervision = await tx.use(Supervisions).getForUpdate(supervisionId);
    if (!isOfTeam(tx.actor, supervision)) throw new DomainError('SUPERVISION_NOT_YOURS');
    return;
  }
  if (tx.actor.unitIds !== 'all' && (unitId === null || !reaches(tx.actor, unitId)))
    throw new DomainError('NOT_FOUND');
}
