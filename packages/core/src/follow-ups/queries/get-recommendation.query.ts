import type { RecommendationView } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { Reader, type UserActor } from '../../platform/index.js';
import { dayAt, DomainError, type Instant } from '../../shared/index.js';
import { offeredEvents, procedureVersion } from '../../workflow/index.js';
import {
  recommendationColumns,
  recommendationTables,
  toRecommendationItem,
  type RecommendationRow,
} from './recommendation-row.js';

type Row = RecommendationRow &
  Pick<RecommendationView, 'body' | 'reading' | 'answer'> & {
    readonly procedureVersionId: string;
    readonly memberIds: readonly string[] | null;
  };

/** What the screen offers is not an event of its own: the answer's content decides which of the two it is. */
const hidden = ['accept-refusal'];

/** One recommendation with its answer, and what the reader may do now. */
@Injectable()
export class GetRecommendation {
  constructor(
    private readonly reader: Reader,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  async execute(id: string, actor: UserActor, now: Instant): Promise<RecommendationView> {
    const [row] = await this.reader.rows<Row>(
      `select ${recommendationColumns}, r.body, r.reading, r.answer,
              i.procedure_version_id as "procedureVersionId",
              (select member_ids from supervision s where s.id = r.supervision_id) as "memberIds"
         from ${recommendationTables}
        where r.administration_id = $1 and r.id = $3 and ($4::uuid[] is null or r.unit_id = any($4))`,
      [
        actor.administrationId,
        dayAt(now, this.calendars.zone),
        id,
        actor.unitIds === 'all' ? null : actor.unitIds,
      ],
    );
    if (row === undefined) throw new DomainError('NOT_FOUND');
    const { content } = await procedureVersion(this.reader, row.procedureVersionId);
    const arrows = content.states[row.state]?.on ?? {};
    const mayAct = actor.role !== 'auditor' || row.memberIds?.includes(actor.id) === true;
    return {
      ...toRecommendationItem(row, now),
      body: row.body,
      reading: row.reading,
      answer: row.answer,
      actions: (mayAct ? offeredEvents(content, row.state, actor.role) : [])
        .filter((event) => !hidden.includes(event))
        .map((event) => ({
          event,
          names: arrows[event]?.names ?? null,
          reasonRequired: arrows[event]?.reasonRequired ?? false,
        })),
    };
  }
}
