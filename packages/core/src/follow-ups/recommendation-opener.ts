import type { DeadlineInput } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../calendar/index.js';
import { notify } from '../notices/index.js';
import type { Transaction } from '../platform/index.js';
import { dayAt, DomainError, type Day } from '../shared/index.js';
import { readTaskDeadline } from '../tasks/index.js';
import { Procedures, WorkflowEngine } from '../workflow/index.js';
import { Recommendations, type Recommendation } from './persistence/recommendations.repository.js';

export interface NewRecommendation extends Pick<
  Recommendation,
  'title' | 'body' | 'addressee' | 'unitId' | 'supervisionId' | 'cycleId' | 'illustrative'
> {
  readonly deadline: DeadlineInput;
  readonly documentDay?: Day | undefined;
}

/** The step by which a recommendation goes up, from a unit or from a supervision. */
@Injectable()
export class RecommendationOpener {
  constructor(
    private readonly engine: WorkflowEngine,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  /** It stands sent, waits for an answer until its deadline where it has one; refused: DEADLINE_PAST. */
  async open(tx: Transaction, { deadline: given, documentDay, ...rest }: NewRecommendation): Promise<string> {
    const { due, phrase, reading } = readTaskDeadline(given, {
      documentDay: documentDay ?? dayAt(tx.now, this.calendars.zone),
      calendar: await this.calendars.of(tx, tx.administrationId),
      zone: this.calendars.zone,
    });
    if (due !== null && due.at <= tx.now) throw new DomainError('DEADLINE_PAST', { dueOn: due.on });
    const recommendation: Recommendation = {
      ...rest,
      id: tx.ids.next(),
      phrase,
      reading,
      dueOn: due?.on ?? null,
      dueAt: due?.at ?? null,
      answer: null,
      doneOn: null,
      openedAt: tx.now,
    };
    await tx.use(Recommendations).insert(recommendation);
    await this.engine.start(tx, {
      kind: 'recommendation',
      procedureVersionId: (await tx.use(Procedures).getCurrent('recommendation')).id,
      items: [{ id: recommendation.id, ...(due && { deadlines: { due } }) }],
      action: 'recommendation.sent',
    });
    await notify(tx, [
      {
        to: { role: ['committee', 'secretariat'] },
        kind: 'recommendation.sent',
        params: { title: recommendation.title },
        link: `/recommendations/${recommendation.id}/show`,
      },
    ]);
    return recommendation.id;
  }
}
