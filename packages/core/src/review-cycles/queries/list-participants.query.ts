import { participantList, searchKey, type Page, type participantItem } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Reader, readPage, type UserActor } from '../../platform/index.js';

type Item = z.infer<typeof participantItem>;

const orders: Readonly<Record<string, string>> = {
  code: 'u.code collate "C"',
  name: `v.names->>'vi' collate "vi-x-icu"`,
  status: 'p.status',
};

/** Units that take part, with the names they bear at the end of the period; a unit's people see their own. */
@Injectable()
export class ListParticipants {
  constructor(private readonly reader: Reader) {}

  async execute(
    cycleId: string,
    filter: z.input<typeof participantList>,
    actor: UserActor,
  ): Promise<Page<Item>> {
    const wanted = participantList.parse(filter);
    const { sort, order, q, status } = wanted;
    const by =
      sort !== undefined && sort in orders
        ? `${orders[sort]} ${order}`
        : 'g.sort nulls last, u.code collate "C"';
    return readPage<Item>(
      this.reader,
      `select p.unit_id as "unitId", u.code, v.names, p.status, p.reason, p.due, count(*) over()::int as total,
              case when g.id is not null then jsonb_build_object('id', g.id, 'names', g.names) end as "peerGroup"
         from cycle_participant p
         join review_cycle c on c.id = p.cycle_id
         join unit u on u.id = p.unit_id
         join unit_version v on v.administration_id = p.administration_id and v.unit_id = u.id
          and v.valid_from <= (c.period->>'end')::date and (v.valid_to is null or v.valid_to > (c.period->>'end')::date)
         left join peer_group g on g.administration_id = v.administration_id and g.id = v.peer_group_id
        where p.administration_id = $1 and p.cycle_id = $2
          and ($3::uuid[] is null or (c.launched_at is not null and p.unit_id = any($3)))
          and ($4::text is null or p.status = $4)
          and ($5::text is null or strpos(v.search, $5) > 0)
        order by ${by}, u.id`,
      [
        actor.administrationId,
        cycleId,
        actor.unitIds === 'all' ? null : actor.unitIds,
        status ?? null,
        q ? searchKey(q) : null,
      ],
      wanted,
    );
  }
}
