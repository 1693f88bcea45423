import { searchKey, type RecommendationList, type Page, type RecommendationItem } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { Reader, readPage, type UserActor } from '../../platform/index.js';
import { dayAt, type Instant } from '../../shared/index.js';
import { ENDED } from '../../tasks/index.js';
import {
  recommendationColumns,
  recommendationTables,
  toRecommendationItem,
  type RecommendationRow,
} from './recommendation-row.js';

const orders: Readonly<Record<string, string>> = {
  openedAt: 'r.opened_at',
  dueOn: 'r.due_at',
  title: 'r.title',
  state: 'i.state',
};

/** Recommendations, newest first; people of units see those of their units. */
@Injectable()
export class ListRecommendations {
  constructor(
    private readonly reader: Reader,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  async execute(
    filter: RecommendationList,
    actor: UserActor,
    now: Instant,
  ): Promise<Page<RecommendationItem>> {
    const column = orders[filter.sort ?? ''];
    const by = column === undefined ? 'r.opened_at desc' : `${column} ${filter.order} nulls last`;
    const { items, total } = await readPage<RecommendationRow>(
      this.reader,
      `select ${recommendationColumns}, count(*) over ()::int as total
         from ${recommendationTables}
        where r.administration_id = $1
          and ($3::uuid[] is null or r.unit_id = any($3))
          and ($4::text is null or i.state = $4)
          and ($5::boolean is null or $5 <> ${ENDED})
          and ($6::uuid is null or r.unit_id = $6)
          and ($7::uuid is null or r.cycle_id = $7)
          and ($8::uuid is null or r.supervision_id = $8)
          and ($9::text is null or strpos(r.search, $9) > 0)
        order by ${by}, r.id desc`,
      [
        actor.administrationId,
        dayAt(now, this.calendars.zone),
        actor.unitIds === 'all' ? null : actor.unitIds,
        filter.state ?? null,
        filter.open ?? null,
        filter.unitId ?? null,
        filter.cycleId ?? null,
        filter.supervisionId ?? null,
        filter.q ? searchKey(filter.q) : null,
      ],
      filter,
    );
    return { items: items.map((row) => toRecommendationItem(row, now)), total };
  }
}
