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
    const roles = addresses.flatMap((to, index) =>
      'role' in to
        ? [to.role].flat().map((role) => ({ index, role, everywhere: to.unitIds === undefined }))
        : [],
    );
    const units = addresses.flatMap((to, index) =>
      'role' in to ? (to.unitIds ?? []).map((unitId) => ({ index, unitId })) : [],
    );
    const accounts = addresses.flatMap((to, index) =>
      'role' in to ? [] : to.accountIds.map((accountId) => ({ index, accountId })),
    );
    return this.tx.rows<Recipient>(RECIPIENTS, [
      this.tx.administrationId,
      this.tx.now,
      roles.map(({ index }) => index),
      roles.map(({ role }) => role),
      roles.map(({ everywhere }) => everywhere),
      units.map(({ index }) => index),
      units.map(({ unitId }) => unitId),
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

const RECIPIENTS = `
  with recursive today as (
    select ($2::timestamptz at time zone time_zone)::date as day from administration where id = $1),
  wanted as (
    select * from unnest($3::int[], $4::text[], $5::boolean[]) as w(index, role, everywhere)),
  concerned as (
    select index, unit_id, unit_id as own from unnest($6::int[], $7::uuid[]) as u(index, unit_id)
    union
    select c.index, v.parent_id, null::uuid from concerned c
      join today t on true
      join unit_version v on v.administration_id = $1 and v.unit_id = c.unit_id and v.parent_id is not null
       and v.valid_from <= t.day and (v.valid_to is null or v.valid_to > t.day))
  select distinct found.index, found.account_id as "accountId"
    from (
      select w.index, r.account_id
        from wanted w
        join today t on true
        join role_assignment r on r.administration_id = $1 and r.role = w.role
         and r.valid_from <= t.day and (r.valid_to is null or r.valid_to > t.day)
       where w.everywhere or (r.unit_id is null and exists (select from concerned c where c.index = w.index))
          or exists (select from concerned c where c.index = w.index and c.unit_id = r.unit_id
                        and (c.own is not null or w.role <> all($10::text[])))
      union all
      select index, account_id from unnest($8::int[], $9::uuid[]) as a(index, account_id)) found
    join account a on a.id = found.account_id and a.disabled_at is null
   where found.account_id is distinct from $11::uuid
   order by found.index, "accountId"`;
