import { searchKey, type CriteriaSetItem, type criteriaSetList, type Page } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { INSTALLATION, Reader, readPage, type Actor } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';

const sorts: Readonly<Record<string, string>> = { code: 'code', name: `names ->> 'vi'` };

/** Sets of the administration and of the installation with their versions, newest first. */
const sets = `
  select s.id, s.code, s.names, s.revision, s.administration_id = '${INSTALLATION}' as ready,
         (select jsonb_array_length(n.content -> 'indicators') from criteria_set_version n
           where n.administration_id = s.administration_id and n.set_id = s.id
           order by n.status = 'draft', n.version desc limit 1) as indicators,
         (select jsonb_agg(jsonb_build_object('id', v.id, 'version', v.version, 'status', v.status,
                    'contentHash', v.content_hash, 'issuedAt', to_char(v.issued_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by v.version desc)
            from criteria_set_version v
           where v.administration_id = s.administration_id and v.set_id = s.id) as versions
    from criteria_set s
   where s.administration_id in ($1, '${INSTALLATION}')`;

@Injectable()
export class ListCriteriaSets {
  constructor(private readonly reader: Reader) {}

  async execute(
    filter: z.infer<typeof criteriaSetList>,
    caller: Pick<Actor, 'administrationId'>,
  ): Promise<Page<CriteriaSetItem>> {
    return readPage<CriteriaSetItem>(
      this.reader,
      `select found.*, count(*) over ()::int as total from (${sets}
          and ($3::text is null or strpos(s.search, $3) > 0)) found
        where ($2::text is null or exists (select from jsonb_array_elements(versions) v where v ->> 'status' = $2))
        order by ${sorts[filter.sort ?? ''] ?? 'code'} ${filter.order === 'DESC' ? 'desc' : 'asc'}, id`,
      [caller.administrationId, filter.status ?? null, filter.q ? searchKey(filter.q) : null],
      filter,
    );
  }
}

@Injectable()
export class GetCriteriaSet {
  constructor(private readonly reader: Reader) {}

  async execute(
    { id }: { readonly id: string },
    caller: Pick<Actor, 'administrationId'>,
  ): Promise<CriteriaSetItem> {
    const [row] = await this.reader.rows<CriteriaSetItem>(`${sets} and s.id = $2`, [
      caller.administrationId,
      id,
    ]);
    if (row === undefined) throw new DomainError('NOT_FOUND');
    return row;
  }
}
