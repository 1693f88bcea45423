import { unitRoles } from '@nhip/contracts';
import type { Transaction } from '../../platform/index.js';
import type { NewNotice, NoticeTo } from '../new-notice.js';

interface Recipient {
  /** Place of the address in the list. */
  readonly index: number;
  readonly accountId: string;
}

export class Notices {
  constructor(private readonly tx: Transaction) {}

  /** Accounts behind each address, set-based, without the one who acts; roles as they hold on the command's day. */
  recipientsOf(addresses: readonly NoticeTo[]): Promise<Recipient[]> {
    const asked = addresses.flatMap((to, index) =>
      'role' in to
        ? [to.role]
            .flat()
            .flatMap((role) => (to.unitIds ?? [null]).map((unitId) => ({ index, role, unitId })))
        : [],
    );
    const accounts = addresses.flatMap((to, index) =>
      'role' in to ? [] : to.accountIds.map((accountId) => ({ index, accountId })),
    );
    return this.tx.rows<Recipient>(RECIPIENTS, [
      this.tx.administrationId,
      this.tx.now,
      asked.map(({ index }) => index),
      asked.map(({ role }) => role),
      asked.map(({ unitId }) => unitId),
      accounts.map(({ index }) => index),
      accounts.map(({ accountId }) => accountId),
      unitRoles,
      this.tx.actor.kind === 'user' ? this.tx.actor.id : null,
    ]);
  }

  async insert(
    notices: readonly (NewNotice & { readonly id: string; readonly accountId: string })[],
  ): Promise<void> {
    if (notices.length === 0) return;
    await this.tx.rows(
      `insert into notice (id, administration_id, account_id, kind, params, link, at)
       select id, $1, account_id, kind, params::jsonb, link, $2
         from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[])
           as n(id, account_id, kind, params, link)`,
      [
        this.tx.administrationId,
        this.tx.now,
        notices.map(({ id }) => id),
        notices.map(({ accountId }) => accountId),
        notices.map(({ kind }) => kind),
        notices.map(({ params }) => JSON.stringify(params ?? {})),
        notices.map(({ link }) => link ?? null),
      ],
    );
  }

  /** The account's own unread notices among these; all of them where none are named. */
  async markRead(accountId: string, ids: readonly string[] | null): Promise<number> {
    const rows = await this.tx.rows(
      `update notice set read_at = $3
        where administration_id = $1 and account_id = $2 and read_at is null and ($4::uuid[] is null or id = any($4))
        returning 1`,
      [this.tx.administrationId, accountId, this.tx.now, ids],
    );
    return rows.length;
  }
}

/**
 * Roles over one of the units, or over a unit above it where the role is not of the unit's own people; roles over the
 * whole administration concern every unit. Equalities only, so that thousands of units are joined by hashing.
 */
const RECIPIENTS = `
  with recursive today as (
    select ($2::timestamptz at time zone time_zone)::date as day from administration where id = $1),
  asked as materialized (
    select * from unnest($3::int[], $4::text[], $5::uuid[]) as a(index, role, unit_id)),
  above as (
    select distinct unit_id, unit_id as over_id, true as own from asked where unit_id is not null
    union
    select o.unit_id, v.parent_id, false from above o
      join today t on true
      join unit_version v on v.administration_id = $1 and v.unit_id = o.over_id and v.parent_id is not null
       and v.valid_from <= t.day and (v.valid_to is null or v.valid_to > t.day)),
  held as materialized (
    select r.account_id, r.role, r.unit_id from role_assignment r
      join today t on r.valid_from <= t.day and (r.valid_to is null or r.valid_to > t.day)
     where r.administration_id = $1 and r.role = any($4::text[]))
  select distinct found.index, found.account_id as "accountId"
    from (
      select a.index, h.account_id from asked a join held h on h.role = a.role where a.unit_id is null
      union all
      select a.index, h.account_id from asked a join held h on h.role = a.role
       where a.unit_id is not null and h.unit_id is null
      union all
      select a.index, h.account_id from asked a
        join above o on o.unit_id = a.unit_id
        join held h on h.role = a.role and h.unit_id = o.over_id
       where o.own or a.role <> all($8::text[])
      union all
      select index, account_id from unnest($6::int[], $7::uuid[]) as n(index, account_id)) found
    join account a on a.id = found.account_id and a.disabled_at is null
   where found.account_id is distinct from $9::uuid
   order by found.index, "accountId"`;
