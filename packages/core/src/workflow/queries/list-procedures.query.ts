import {
  procedureDefinition,
  searchKey,
  type ListProceduresQuery,
  type Page,
  type ProcedureDetail,
  type ProcedureView,
} from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { INSTALLATION, Reader, type Actor } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';

/** Of a code, the newest issued version of the administration's own, else the installation's, is in force. */
const VERSIONS = `
  select v.id, v.code, v.kind, v.content -> 'names' as names, v.version, v.status, v.issued_at as "issuedAt",
         v.content_hash as "contentHash", v.content,
         v.status = 'issued' and row_number() over (partition by v.code
           order by v.status = 'issued' desc, v.administration_id = $1 desc, v.version desc) = 1 as current
    from procedure_version v
   where v.administration_id in ($1, '${INSTALLATION}') and v.status <> 'draft'`;

type Row = ProcedureDetail & { readonly content: unknown };

const sortKeys: Readonly<Record<ListProceduresQuery['sort'], (view: ProcedureView) => string>> = {
  code: ({ code }) => code,
  name: ({ names }) => searchKey(names.vi),
  kind: ({ kind }) => kind,
  issuedAt: ({ issuedAt }) => issuedAt,
};

/** Issued procedures, in force or all versions. There are few: page and order are taken from the whole list. */
@Injectable()
export class ListProcedures {
  constructor(private readonly reader: Reader) {}

  async execute(
    query: ListProceduresQuery,
    { administrationId }: Pick<Actor, 'administrationId'>,
  ): Promise<Page<ProcedureView>> {
    const rows = await this.reader.rows<Row>(VERSIONS, [administrationId]);
    const wanted = searchKey(query.q ?? '');
    const key = sortKeys[query.sort];
    const way = query.order === 'DESC' ? -1 : 1;
    const found = rows
      .map(({ content: _, ...view }) => view)
      .filter(({ current }) => current || query.versions === 'all')
      .filter(({ kind }) => query.kind === undefined || kind === query.kind)
      .filter(({ code, names }) => searchKey(`${code} ${names.vi} ${names.en ?? ''}`).includes(wanted))
      .sort((a, b) => (key(a) < key(b) ? -way : key(a) > key(b) ? way : b.version - a.version));
    const first = (query.page - 1) * query.perPage;
    return { items: found.slice(first, first + query.perPage), total: found.length };
  }
}

/** One issued version with its states, moves and timers. */
@Injectable()
export class GetProcedure {
  constructor(private readonly reader: Reader) {}

  async execute(
    { id }: { readonly id: string },
    { administrationId }: Pick<Actor, 'administrationId'>,
  ): Promise<ProcedureDetail> {
    const [row] = await this.reader.rows<Row>(`select * from (${VERSIONS}) v where v.id = $2`, [
      administrationId,
      id,
    ]);
    if (row === undefined) throw new DomainError('NOT_FOUND');
    const { content, ...view } = row;
    return { ...view, definition: procedureDefinition.parse(content) };
  }
}
