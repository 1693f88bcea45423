import { searchKey, type AccountView, type ListAccountsQuery, type Page } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { Reader, readPage, type UserActor } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { HOLDS_TODAY, ROLE_ORDER, TODAY, UNIT_OF_ROLE } from './current-roles.js';

const sortKeys: Readonly<Record<ListAccountsQuery['sort'], string>> = {
  userName: 'a.user_name collate "C"',
  fullName: 'p.search collate "C"',
  createdAt: 'a.created_at',
  lastSeenAt: 'seen.at',
};

type Reach = Pick<UserActor, 'administrationId' | 'unitIds'>;
/** Accounts that have or had a role in the reader's administration, within the units the reader reaches. */
@Injectable()
export class ListAccounts {
  constructor(private readonly reader: Reader) {}

  async execute(query: ListAccountsQuery, actor: Reach): Promise<Page<AccountView>> {
    const order = query.order === 'DESC' ? 'desc' : 'asc';
    return readPage<AccountView>(
      this.reader,
      `${select('count(*) over ()::int as total,')} and ${FILTERS}
        order by ${sortKeys[query.sort]} ${order} nulls last, a.id`,
      [
        ...filterValues(actor),
        query.q ? searchKey(query.q) : null,
        query.role ?? null,
        query.unitId ?? null,
        query.state ?? null,
      ],
      query,
    );
  }
}

@Injectable()
export class GetAccount {
  constructor(private readonly reader: Reader) {}

  async execute({ id }: { readonly id: string }, actor: Reach): Promise<AccountView> {
    const [account] = await this.reader.rows<AccountView>(`${select('')} and a.id = $3`, [
      ...filterValues(actor),
      id,
    ]);
    if (account === undefined) throw new DomainError('NOT_FOUND');
    return account;
  }
}

const filterValues = ({ administrationId, unitIds }: Reach) => [
  administrationId,
  unitIds === 'all' ? null : unitIds,
];

const FROM = `
  from account a
  join person p on p.id = a.person_id
  join administration d on d.id = $1
  left join lateral (select max(s.last_seen_at) as at from session s where s.account_id = a.id) seen on true
 where exists (select from role_assignment r where r.account_id = a.id and r.administration_id = $1
                  and ($2::uuid[] is null or r.unit_id = any($2)))`;

const select = (more: string): string => `
  select ${more} a.id, a.revision, a.user_name as "userName", p.full_name as "fullName", p.email, p.phone, a.language,
         a.must_change_password as "mustChangePassword", a.disabled_at as "disabledAt", a.created_at as "createdAt",
         seen.at as "lastSeenAt",
         (select coalesce(json_agg(json_build_object(
                   'id', r.id, 'role', r.role, 'validFrom', r.valid_from, 'validTo', r.valid_to,
                   'current', ${HOLDS_TODAY},
                   'unit', ${UNIT_OF_ROLE})
                   order by ${ROLE_ORDER}), '[]')
            from role_assignment r where r.account_id = a.id and r.administration_id = $1
             and ($2::uuid[] is null or r.unit_id = any($2))) as roles
  ${FROM}`;

const FILTERS = `
      ($3::text is null or strpos(p.search, $3) > 0)
  and ($6::text is null or (a.disabled_at is not null) = ($6 = 'disabled'))
  and (($4::text is null and $5::uuid is null) or exists (
        with recursive below as (
          select $5::uuid as id
          union
          select v.unit_id from below b join unit_version v on v.administration_id = $1 and v.parent_id = b.id
             and v.valid_from <= ${TODAY} and (v.valid_to is null or v.valid_to > ${TODAY}))
        select from role_assignment r where r.account_id = a.id and r.administration_id = $1 and ${HOLDS_TODAY}
           and ($4::text is null or r.role = $4)
           and ($5::uuid is null or r.unit_id in (select id from below))))`;
