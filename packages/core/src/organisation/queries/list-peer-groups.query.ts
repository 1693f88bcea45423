import { searchKey, type ListPeerGroupsQuery, type Page, type PeerGroupView } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { Reader, type Actor } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';

const sortKeys: Readonly<Record<ListPeerGroupsQuery['sort'], string>> = {
  sort: 'g.sort',
  code: 'g.code collate "C"',
  name: `g.names ->> 'vi'`,
};

const columns = `
  g.id, g.code, g.revision, g.names, g.sort,
  (select count(*)::int from unit_version v
    where v.administration_id = g.administration_id and v.peer_group_id = g.id
      and v.valid_from <= (business_now() at time zone a.time_zone)::date
      and (v.valid_to is null or v.valid_to > (business_now() at time zone a.time_zone)::date)) as units`;

/** Peer groups (khối) with how many units are in them today. There are few: the page is cut from the whole list. */
@Injectable()
export class ListPeerGroups {
  constructor(private readonly reader: Reader) {}

  async execute(
    query: ListPeerGroupsQuery,
    { administrationId }: Pick<Actor, 'administrationId'>,
  ): Promise<Page<PeerGroupView>> {
    const order = query.order === 'DESC' ? 'desc' : 'asc';
    const rows = await this.reader.rows<PeerGroupView>(
      `select ${columns} from peer_group g join administration a on a.id = g.administration_id
        where g.administration_id = $1
          and ($2::text is null or strpos(g.search, $2) > 0)
        order by ${sortKeys[query.sort]} ${order}, g.code`,
      [administrationId, query.q ? searchKey(query.q) : null],
    );
    const first = (query.page - 1) * query.perPage;
    return { items: rows.slice(first, first + query.perPage), total: rows.length };
  }
}

@Injectable()
export class GetPeerGroup {
  constructor(private readonly reader: Reader) {}

  async execute(
    { id }: { readonly id: string },
    { administrationId }: Pick<Actor, 'administrationId'>,
  ): Promise<PeerGroupView> {
    const [row] = await this.reader.rows<PeerGroupView>(
      `select ${columns} from peer_group g join administration a on a.id = g.administration_id
        where g.administration_id = $1 and g.id = $2`,
      [administrationId, id],
    );
    if (row === undefined) throw new DomainError('NOT_FOUND');
    return row;
  }
}
