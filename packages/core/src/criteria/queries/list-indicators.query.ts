import { searchKey, type IndicatorItem, type indicatorList, type Page } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { INSTALLATION, Reader, readPage, type Actor } from '../../platform/index.js';

const sorts: Readonly<Record<string, string>> = {
  code: 'code',
  name: `names ->> 'vi'`,
  setCode: '"setCode"',
  maxPoints: '"maxPoints"::numeric',
};

/** Indicators of the version in force of every set: the newest issued one, or the draft where none is issued. */
@Injectable()
export class ListIndicators {
  constructor(private readonly reader: Reader) {}

  async execute(
    filter: z.infer<typeof indicatorList>,
    caller: Pick<Actor, 'administrationId'>,
  ): Promise<Page<IndicatorItem>> {
    const { items, total } = await readPage<IndicatorItem>(
      this.reader,
      `with current as (
         select distinct on (v.set_id) v.id, v.set_id, v.version, v.content, s.code, s.names
           from criteria_set_version v
           join criteria_set s on s.administration_id = v.administration_id and s.id = v.set_id
          where v.administration_id in ($1, '${INSTALLATION}') and ($2::uuid is null or v.set_id = $2)
          order by v.set_id, v.status = 'draft', v.version desc),
       found as (
         select c.id || '.' || (i ->> 'code') as id, i ->> 'code' as code, i -> 'names' as names,
                i -> 'measure' as measure, c.set_id as "setId", c.code as "setCode", c.names as "setNames",
                c.id as "versionId", c.version, i -> 'rule' ->> 'type' as rule, i ->> 'maxPoints' as "maxPoints",
                jsonb_array_length(i -> 'thresholds') as thresholds, place
           from current c, jsonb_array_elements(c.content -> 'indicators') with ordinality as e(i, place))
       select found.*, count(*) over ()::int as total from found
        where ($3::text is null or strpos(search_key(code || ' ' || (names ->> 'vi') || ' ' || coalesce(names ->> 'en', '')), $3) > 0)
        order by ${sorts[filter.sort ?? ''] ?? '"setCode"'} ${filter.order === 'DESC' ? 'desc' : 'asc'}, "setCode", place`,
      [caller.administrationId, filter.setId ?? null, filter.q ? searchKey(filter.q) : null],
      filter,
    );
    return {
      items: items.map((row) => ({
        id: row.id,
        code: row.code,
        names: row.names,
        measure: row.measure,
        setId: row.setId,
        setCode: row.setCode,
        setNames: row.setNames,
        versionId: row.versionId,
        version: row.version,
        rule: row.rule,
        maxPoints: row.maxPoints,
        thresholds: row.thresholds,
      })),
      total,
    };
  }
}
