import { reviewCycleList, searchKey, type Page, type ReviewCycleItem } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { Reader, readPage, type UserActor } from '../../platform/index.js';
import type { Instant } from '../../shared/index.js';
import { stateOf } from '../../workflow/index.js';
import { itemColumns, seenBy, toItem, type CycleRow } from './review-cycle-row.js';

const orders: Readonly<Record<string, string>> = {
  code: 'c.code collate "C"',
  createdAt: 'c.created_at',
  periodEnd: `(c.period->>'end')`,
  state: 'i.state',
};

/** Cycles of the administration, newest first; a unit's people see those it takes part in. */
@Injectable()
export class ListReviewCycles {
  constructor(
    private readonly reader: Reader,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  async execute(
    filter: z.input<typeof reviewCycleList>,
    actor: UserActor,
    now: Instant,
  ): Promise<Page<ReviewCycleItem>> {
    const wanted = reviewCycleList.parse(filter);
    const { sort, order, q, state } = wanted;
    const by = sort !== undefined && sort in orders ? `${orders[sort]} ${order}` : 'c.created_at desc';
    const { items, total } = await readPage<CycleRow>(
      this.reader,
      `select ${itemColumns}, count(*) over()::int as total
         from review_cycle c
         join procedure_instance i on i.id = c.id
         ${stateOf('i', 'st')}
        where c.administration_id = $1
          and ($2::text is null or i.state = $2)
          and ($3::text is null or strpos(c.search, $3) > 0)
          and ${seenBy('$4')}
        order by ${by}, c.id`,
      [
        actor.administrationId,
        state ?? null,
        q ? searchKey(q) : null,
        actor.unitIds === 'all' ? null : actor.unitIds,
      ],
      wanted,
    );
    const calendar = await this.calendars.of(this.reader, actor.administrationId);
    return { items: items.map((row) => toItem(row, calendar, now, this.calendars.zone)), total };
  }
}
