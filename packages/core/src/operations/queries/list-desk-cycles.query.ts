import type { DeskCycles } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { Reader, type UserActor } from '../../platform/index.js';
import type { Instant } from '../../shared/index.js';
import { stateOf } from '../../workflow/index.js';
import { TROUBLED } from './trouble.js';

/** The same troubles counted cycle by cycle, those that run and those where something is left; the worst first. */
@Injectable()
export class ListDeskCycles {
  constructor(private readonly reader: Reader) {}

  async execute(actor: UserActor, now: Instant): Promise<DeskCycles> {
    const items = await this.reader.rows<DeskCycles['items'][number]>(
      `${TROUBLED}
       select case when c.id is not null then jsonb_build_object('id', c.id, 'code', c.code, 'names', c.names,
                'stateNames', st.names) end as cycle, n.*
         from (select cycle_id, count(*) filter (where trouble = 'failed')::int as failed,
                      count(*) filter (where trouble = 'retrying')::int as retrying,
                      count(*) filter (where trouble = 'late')::int as late,
                      count(*) filter (where trouble = 'stuck')::int as stuck
                 from troubled group by cycle_id) n
         left join review_cycle c on c.administration_id = $1 and c.id = n.cycle_id
         left join procedure_instance i on i.administration_id = $1 and i.id = c.id
         left ${stateOf('i', 'st')}
        order by n.failed desc, n.retrying desc, n.late desc, n.stuck desc, c.created_at desc nulls last limit 100`,
      [actor.administrationId, actor.unitIds === 'all' ? null : actor.unitIds, now],
    );
    const cleaned = items.map(({ cycle, failed, retrying, late, stuck }) => ({
      cycle,
      failed,
      retrying,
      late,
      stuck,
    }));
    return { items: cleaned, total: cleaned.length };
  }
}
