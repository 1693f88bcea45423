import type { AgendaView } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { Reader, type UserActor } from '../../platform/index.js';
import { dayAt, DomainError, type Instant } from '../../shared/index.js';
import { ENDED, itemColumns, taskTables, toTaskItem, type TaskRow } from '../../tasks/index.js';
import { previousCycleId, standingTask } from '../previous-cycle.js';
import {
  recommendationColumns,
  recommendationTables,
  toRecommendationItem,
  type RecommendationRow,
} from './recommendation-row.js';

/**
 * Whether a record was left by the cycle $3: noted when it closed, or, while it runs, of it and still open; and those
 * of no cycle, until they are done.
 */
const leftBy = (kind: 'task' | 'recommendation', record: string): string => `(
  exists (select from carried_over o where o.administration_id = $1 and o.from_cycle_id = $3
            and o.kind = '${kind}' and o.record_id = ${record}.id)
  or (${record}.cycle_id = $3 and not ${ENDED})
  or (${kind === 'task' ? standingTask('t') : 'r.cycle_id is null'} and not ${ENDED}))`;

/** What the cycle before left open, and what is of no cycle, as it stands now: the first point of the next conference. */
@Injectable()
export class GetAgenda {
  constructor(
    private readonly reader: Reader,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  async execute(cycleId: string, actor: UserActor, now: Instant): Promise<AgendaView> {
    const { administrationId } = actor;
    const [cycle] = await this.reader.rows<{ previous: AgendaView['previousCycle'] }>(
      `select (select jsonb_build_object('id', p.id, 'code', p.code, 'names', p.names) from review_cycle p
                where p.administration_id = c.administration_id and p.id = ${previousCycleId('c')}) as previous
         from review_cycle c where c.administration_id = $1 and c.id = $2`,
      [administrationId, cycleId],
    );
    if (cycle === undefined) throw new DomainError('NOT_FOUND');
    const zone = this.calendars.zone;
    const values = [
      administrationId,
      dayAt(now, zone),
      cycle.previous?.id ?? null,
      actor.unitIds === 'all' ? null : actor.unitIds,
    ];
    const [tasks, recommendations, calendar] = await Promise.all([
      this.reader.rows<TaskRow>(
        `select ${itemColumns} from ${taskTables}
          where t.administration_id = $1 and ${leftBy('task', 't')}
            and ($4::uuid[] is null or t.unit_id = any($4) or t.co_unit_ids && $4)
          order by t.due_at nulls last, t.id`,
        values,
      ),
      this.reader.rows<RecommendationRow>(
        `select ${recommendationColumns} from ${recommendationTables}
          where r.administration_id = $1 and ${leftBy('recommendation', 'r')}
            and ($4::uuid[] is null or r.unit_id = any($4))
          order by r.due_at nulls last, r.id`,
        values,
      ),
      this.calendars.of(this.reader, administrationId),
    ]);
    return {
      cycleId,
      previousCycle: cycle.previous,
      tasks: tasks.map((row) => toTaskItem(row, now, calendar, zone)),
      recommendations: recommendations.map((row) => toRecommendationItem(row, now)),
    };
  }
}
