import type { UnitDetail } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { Reader, type Actor } from '../../platform/index.js';
import { DomainError, type Day } from '../../shared/index.js';
import { ListUnits } from './list-units.query.js';

/** One unit with its names and places over time, the newest first, and who came before and after it. */
@Injectable()
export class GetUnit {
  constructor(
    private readonly reader: Reader,
    private readonly units: ListUnits,
  ) {}

  /** As of the day; today where none is given; the last day it held where it does not exist then. */
  async execute(
    { id, on }: { readonly id: string; readonly on?: Day | undefined },
    actor: Pick<Actor, 'administrationId'>,
  ): Promise<UnitDetail> {
    const values = [actor.administrationId, id];
    const versions = await this.reader.rows<UnitDetail['versions'][number]>(VERSIONS, values);
    const [last] = versions;
    if (last === undefined) throw new DomainError('NOT_FOUND');
    const unit = (await this.find(id, on, actor)) ?? (await this.find(id, last.validFrom as Day, actor));
    if (unit === undefined) throw new DomainError('NOT_FOUND');
    const related = await this.reader.rows<UnitDetail['successors'][number] & { readonly side: string }>(
      RELATED,
      values,
    );
    const side = (name: string) =>
      related
        .filter((row) => row.side === name)
        .map(({ unit: other, on: day, share }) => ({ unit: other, on: day, share }));
    return { ...unit, versions, predecessors: side('predecessor'), successors: side('successor') };
  }

  private async find(id: string, on: Day | undefined, actor: Pick<Actor, 'administrationId'>) {
    const page = await this.units.execute(
      { page: 1, perPage: 1, sort: 'tree', order: 'ASC', ids: [id], on },
      actor,
    );
    return page.items[0];
  }
}

/** Names of the parent are those of the first day of the version. */
const VERSIONS = `
  select v.names, v.short_name as "shortName", v.unit_type as "unitType",
         v.valid_from as "validFrom", v.valid_to as "validTo",
         case when p.id is not null then json_build_object('id', p.id, 'code', p.code, 'names', pv.names) end as parent,
         case when g.id is not null then json_build_object('id', g.id, 'code', g.code, 'names', g.names) end
           as "peerGroup"
    from unit_version v
    left join unit p on p.administration_id = v.administration_id and p.id = v.parent_id
    left join unit_version pv on pv.administration_id = v.administration_id and pv.unit_id = v.parent_id
     and pv.valid_from <= v.valid_from and (pv.valid_to is null or pv.valid_to > v.valid_from)
    left join peer_group g on g.administration_id = v.administration_id and g.id = v.peer_group_id
   where v.administration_id = $1 and v.unit_id = $2 order by v.valid_from desc`;

/** Each named as it was called nearest to the day of the change. */
const RELATED = `
  select r.side, r.on_day as on, r.share::text as share,
         json_build_object('id', u.id, 'code', u.code, 'names', v.names) as unit
    from (select 'successor' as side, to_unit_id as other, on_day, share from unit_successor
           where administration_id = $1 and from_unit_id = $2
          union all
          select 'predecessor', from_unit_id, on_day, share from unit_successor
           where administration_id = $1 and to_unit_id = $2) r
    join unit u on u.administration_id = $1 and u.id = r.other
    join lateral (select names from unit_version v where v.administration_id = $1 and v.unit_id = r.other
                   order by abs(v.valid_from - r.on_day) limit 1) v on true
   order by r.on_day, u.code`;
