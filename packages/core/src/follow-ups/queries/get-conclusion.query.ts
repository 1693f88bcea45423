import type { ConclusionItemView, ConclusionListItem, ConclusionView, TaskPage } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { Reader, type UserActor } from '../../platform/index.js';
import { dayAt, DomainError, type Instant } from '../../shared/index.js';
import { ListTasks, unitAs } from '../../tasks/index.js';
import { conclusionItemColumns } from './list-conclusions.query.js';
import { taskCounts } from './task-counts.js';

type Row = ConclusionListItem &
  Pick<ConclusionView, 'place' | 'chairPosition' | 'summary'> & { readonly today: string };

/** One conclusion with its items, each with what came of its tasks. Drafts are not for people of units. */
@Injectable()
export class GetConclusion {
  constructor(
    private readonly reader: Reader,
    private readonly listTasks: ListTasks,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  async execute(id: string, actor: UserActor, now: Instant): Promise<ConclusionView> {
    const values = [
      actor.administrationId,
      dayAt(now, this.calendars.zone),
      now,
      actor.unitIds === 'all' ? null : actor.unitIds,
      id,
    ];
    const [row] = await this.reader.rows<Row>(
      `select ${conclusionItemColumns}, c.place, c.chair_position as "chairPosition", c.summary
         from conclusion c
        where c.administration_id = $1 and c.id = $5 and ($4::uuid[] is null or c.state = 'issued')`,
      values,
    );
    if (row === undefined) throw new DomainError('NOT_FOUND');
    const items = await this.reader.rows<ConclusionItemView>(
      `select n.id, n.number, n.kind, n.title, n.text, n.product, n.responsibility, n.phrase, n.due_on as "dueOn",
              n.reading, n.illustrative, n.indicator_codes as indicators,
              n.assignees || jsonb_build_object('units', coalesce((
                select jsonb_agg(${unitAs('a.id::uuid')} order by a.place)
                  from jsonb_array_elements_text(n.assignees -> 'unitIds') with ordinality as a(id, place)), '[]'))
                as assignees,
              coalesce((select jsonb_agg(${unitAs('a.id')} order by a.place)
                          from unnest(n.co_unit_ids) with ordinality as a(id, place)), '[]') as "coUnits",
              coalesce((select jsonb_agg(${unitAs('a.id')} order by a.place)
                          from unnest(n.cause_unit_ids) with ordinality as a(id, place)), '[]') as "causeUnits",
              ${taskCounts('t.source_id = n.id')} as tasks
         from conclusion_item n
        where n.administration_id = $1 and n.conclusion_id = $5 order by n.number`,
      values,
    );
    const { today: _today, ...rest } = row;
    return { ...rest, items };
  }

  /** The tasks its items came to, within the reader's reach. */
  async tasks(
    id: string,
    filter: Parameters<ListTasks['execute']>[0],
    actor: UserActor,
    now: Instant,
  ): Promise<TaskPage> {
    const items = await this.reader.rows<{ id: string }>(
      'select id from conclusion_item where administration_id = $1 and conclusion_id = $2',
      [actor.administrationId, id],
    );
    return this.listTasks.execute(
      filter,
      actor,
      now,
      items.map((item) => item.id),
    );
  }
}
