import type { ReviewCycleView, StageView } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { Reader, type UserActor } from '../../platform/index.js';
import { DomainError, type Instant } from '../../shared/index.js';
import { offeredEvents, procedureVersion, stateOf } from '../../workflow/index.js';
import { deadlineView } from '../deadline-view.js';
import { stagesOf } from '../domain/stages.js';
import { itemColumns, seenBy, toItem, type CycleRow } from './review-cycle-row.js';

interface Row extends CycleRow {
  readonly procedureVersionId: string;
  readonly publishedAt: Instant | null;
  readonly criteriaSet: ReviewCycleView['criteriaSet'];
  readonly previousCycle: ReviewCycleView['previousCycle'];
}

/** One cycle with its stages, deadlines, and what this person's role may do now. */
@Injectable()
export class GetReviewCycle {
  constructor(
    private readonly reader: Reader,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  async execute(id: string, actor: UserActor, now: Instant): Promise<ReviewCycleView> {
    const [row] = await this.reader.rows<Row>(
      `select ${itemColumns}, i.procedure_version_id as "procedureVersionId", c.published_at as "publishedAt",
              jsonb_build_object('versionId', sv.id, 'setId', s.id, 'code', s.code, 'names', s.names, 'version', sv.version) as "criteriaSet",
              (select jsonb_build_object('id', e.id, 'code', e.code, 'names', e.names) from review_cycle e
                where e.id = c.previous_cycle_id) as "previousCycle"
         from review_cycle c
         join procedure_instance i on i.id = c.id
         ${stateOf('i', 'st')}
         join criteria_set_version sv on sv.id = c.criteria_set_version_id
         join criteria_set s on s.id = sv.set_id
        where c.administration_id = $1 and c.id = $2 and ${seenBy('$3')}`,
      [actor.administrationId, id, actor.unitIds === 'all' ? null : actor.unitIds],
    );
    if (row === undefined) throw new DomainError('NOT_FOUND');
    const procedure = await procedureVersion(this.reader, row.procedureVersionId);
    const calendar = await this.calendars.of(this.reader, actor.administrationId);
    const { states } = procedure.content;
    const order = stagesOf(procedure.content);
    const present =
      states[row.state]?.final === true && row.state === 'closed' ? order.length : order.indexOf(row.state);
    return {
      ...toItem(row, calendar, now, this.calendars.zone),
      criteriaSet: row.criteriaSet,
      procedure: {
        versionId: procedure.id,
        code: procedure.code,
        version: procedure.version,
        names: procedure.content.names,
      },
      previousCycle: row.previousCycle,
      publishedAt: row.publishedAt,
      stages: order.map((stage, index): StageView => ({
        stage,
        names: states[stage]?.names ?? { vi: stage },
        position: index < present ? 'done' : index === present ? 'now' : 'ahead',
        deadline: deadlineView(
          row.deadlines[stage],
          row.stages[stage]?.phrase,
          calendar,
          now,
          this.calendars.zone,
        ),
      })),
      actions: offeredEvents(procedure.content, row.state, actor.role).map((event) => ({
        event,
        names: states[row.state]?.on[event]?.names ?? null,
      })),
    };
  }
}
