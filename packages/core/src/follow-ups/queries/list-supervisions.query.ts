import { searchKey, type SupervisionList, type Page, type SupervisionItem } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { Reader, readPage, type UserActor } from '../../platform/index.js';
import { dayAt, type Instant } from '../../shared/index.js';
import { supervisionColumns } from './supervision-row.js';

const orders: Readonly<Record<string, string>> = { heldOn: 's.held_on', title: 's.title', state: 's.state' };

/** Supervisions, newest first; people of units see those of their units. */
@Injectable()
export class ListSupervisions {
  constructor(
    private readonly reader: Reader,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  async execute(filter: SupervisionList, actor: UserActor, now: Instant): Promise<Page<SupervisionItem>> {
    const { sort, order, q, state, unitId } = filter;
    const by = sort !== undefined && sort in orders ? `${orders[sort]} ${order}` : 's.held_on desc';
    return readPage<SupervisionItem>(
      this.reader,
      `select ${supervisionColumns}, count(*) over ()::int as total
         from supervision s
        where s.administration_id = $1 and ($4::uuid[] is null or s.unit_ids && $4)
          and ($6::text is null or s.state = $6) and ($7::uuid is null or $7 = any(s.unit_ids))
          and ($8::text is null or strpos(s.search, $8) > 0)
        order by ${by}, s.id desc`,
      [
        actor.administrationId,
        dayAt(now, this.calendars.zone),
        now,
        actor.unitIds === 'all' ? null : actor.unitIds,
        actor.id,
        state ?? null,
        unitId ?? null,
        q ? searchKey(q) : null,
      ],
      filter,
    );
  }
}
