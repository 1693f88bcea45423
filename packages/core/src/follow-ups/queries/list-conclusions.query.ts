import { searchKey, type ConclusionList, type ConclusionListItem, type Page } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { Reader, readPage, type UserActor } from '../../platform/index.js';
import { dayAt, type Instant } from '../../shared/index.js';
import { taskCounts } from './task-counts.js';

const orders: Readonly<Record<string, string>> = {
  heldOn: 'c.held_on',
  issuedOn: 'c.issued_on',
  title: 'c.title',
  state: 'c.state',
};

/** Item columns over conclusion c; $1 administration, $2 today, $3 now, $4 the reader's units. */
export const conclusionItemColumns = `c.id, c.title, c.number, c.held_on as "heldOn", c.issued_on as "issuedOn", c.chair,
  c.state, c.illustrative, c.revision, $2::date as today,
  (select jsonb_build_object('id', y.id, 'code', y.code, 'names', y.names) from review_cycle y
    where y.administration_id = c.administration_id and y.id = c.cycle_id) as cycle,
  (select count(*)::int from conclusion_item n
    where n.administration_id = c.administration_id and n.conclusion_id = c.id) as items,
  ${taskCounts(`t.source_id in (select id from conclusion_item n where n.conclusion_id = c.id)`)} as tasks`;

/** Conclusions, newest first. People of units see issued ones only, and count the tasks of their own unit. */
@Injectable()
export class ListConclusions {
  constructor(
    private readonly reader: Reader,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  async execute(filter: ConclusionList, actor: UserActor, now: Instant): Promise<Page<ConclusionListItem>> {
    const { sort, order, q, state, cycleId } = filter;
    const by = sort !== undefined && sort in orders ? `${orders[sort]} ${order}` : 'c.held_on desc';
    const { items, total } = await readPage<ConclusionListItem & { today?: string }>(
      this.reader,
      `select ${conclusionItemColumns}, count(*) over ()::int as total
         from conclusion c
        where c.administration_id = $1 and ($4::uuid[] is null or c.state = 'issued')
          and ($5::text is null or c.state = $5) and ($6::uuid is null or c.cycle_id = $6)
          and ($7::text is null or strpos(c.search, $7) > 0)
        order by ${by}, c.id desc`,
      [
        actor.administrationId,
        dayAt(now, this.calendars.zone),
        now,
        actor.unitIds === 'all' ? null : actor.unitIds,
        state ?? null,
        cycleId ?? null,
        q ? searchKey(q) : null,
      ],
      filter,
    );
    return { items: items.map(({ today: _, ...item }) => item), total };
  }
}
