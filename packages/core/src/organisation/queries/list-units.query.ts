import { searchKey, type ListUnitsQuery, type Page, type UnitView } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { Reader, type Actor } from '../../platform/index.js';
import { unitJson, unitsOnDay } from './units-on-day.js';

const sortKeys: Readonly<Record<ListUnitsQuery['sort'], string>> = {
  tree: 'path',
  code: 'code collate "C"',
  name: 'search collate "C"',
  unitType: 'unit_type collate "C"',
};

/** Units as of a day, those below it with their depth; every role of the administration may see them. */
@Injectable()
export class ListUnits {
  constructor(private readonly reader: Reader) {}

  async execute(
    query: ListUnitsQuery,
    { administrationId }: Pick<Actor, 'administrationId'>,
  ): Promise<Page<UnitView>> {
    const order = query.order === 'DESC' ? 'desc' : 'asc';
    const [page] = await this.reader.rows<Page<UnitView>>(
      `${unitsOnDay},
       filtered as materialized (
         select *, row_number() over (order by ${sortKeys[query.sort]} ${order}, path) as place from placed
          where ($3::text is null or strpos(search, $3) > 0)
            and ($4::text is null or unit_type = $4)
            and ($5::uuid is null or peer_group_id = $5)
            and ($6::uuid is null or parent_id = $6)
            and ($7::uuid is null or $7 = any(line))
            and ($8::uuid[] is null or id = any($8)))
       select (select count(*)::int from filtered) as total,
              coalesce((select json_agg(${unitJson} order by place)
                from filtered f where place > $9::int and place <= $9::int + $10::int), '[]') as items`,
      [
        administrationId,
        query.on ?? null,
        query.q ? searchKey(query.q) : null,
        query.unitType ?? null,
        query.peerGroupId ?? null,
        query.parentId ?? null,
        query.within ?? null,
        query.ids ?? null,
        (query.page - 1) * query.perPage,
        query.perPage,
      ],
    );
    return page ?? { items: [], total: 0 };
  }
}
