import { searchKey, type RoleName } from '@nhip/contracts';
import type { Transaction } from '../../platform/index.js';
import { DomainError, type Day, type Instant } from '../../shared/index.js';
import { commitmentOf } from '../domain/person.js';

export interface RoleRecord {
  readonly id: string;
  readonly role: RoleName;
  /** Null: the whole administration. */
  readonly unitId: string | null;
  readonly validFrom: Day;
  readonly validTo: Day | null;
}

/** An account with its person, and its roles in the administration of the transaction. */
export interface AccountRecord {
  readonly id: string;
  readonly revision: number;
  readonly userName: string;
  readonly passwordHash: string;
  readonly language: 'vi' | 'en';
  /** Whether the person wants mail. */
  readonly mailOn: boolean;
  readonly mustChangePassword: boolean;
  readonly disabledAt: Instant | null;
  readonly personId: string;
  readonly fullName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly salt: Uint8Array;
  readonly roles: readonly RoleRecord[];
}

/** The account as history keeps it: nothing that names somebody, no password hash, and no roles, which have their own. */
export const historyRecord = (account: AccountRecord): object => ({
  person: { id: account.personId, commitment: commitmentOf(account.salt, account) },
  language: account.language,
  mailOn: account.mailOn,
  mustChangePassword: account.mustChangePassword,
  disabledAt: account.disabledAt,
});

export class Accounts {
  constructor(private readonly tx: Transaction) {}

  /** The user names that could be written; those taken are left out, and with them nothing may be committed. */
  async insert(accounts: readonly AccountRecord[]): Promise<string[]> {
    await this.tx.rows(
      `insert into person (id, full_name, email, phone, search, salt)
       select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bytea[])`,
      [
        accounts.map((account) => account.personId),
        accounts.map((account) => account.fullName),
        accounts.map((account) => account.email),
        accounts.map((account) => account.phone),
        accounts.map(searchOf),
        accounts.map((account) => account.salt),
      ],
    );
    const written = await this.tx.rows<{ userName: string }>(
      `insert into account (id, user_name, person_id, password_hash, language, must_change_password, created_at, revision)
       select id, user_name, person_id, password_hash, language, must_change, $1, 1
         from unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::boolean[])
           as a(id, user_name, person_id, password_hash, language, must_change)
       on conflict (user_name) do nothing returning user_name as "userName"`,
      [
        this.tx.now,
        accounts.map((account) => account.id),
        accounts.map((account) => account.userName),
        accounts.map((account) => account.personId),
        accounts.map((account) => account.passwordHash),
        accounts.map((account) => account.language),
        accounts.map((account) => account.mustChangePassword),
      ],
    );
    return written.map((row) => row.userName);
  }

  async insertRoles(roles: readonly (RoleRecord & { readonly accountId: string })[]): Promise<void> {
    await this.tx.rows(
      `insert into role_assignment (id, administration_id, account_id, role, unit_id, valid_from, valid_to)
       select id, $1, account_id, role, unit_id, valid_from, valid_to
         from unnest($2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::date[], $7::date[])
           as r(id, account_id, role, unit_id, valid_from, valid_to)`,
      [
        this.tx.administrationId,
        roles.map((role) => role.id),
        roles.map((role) => role.accountId),
        roles.map((role) => role.role),
        roles.map((role) => role.unitId),
        roles.map((role) => role.validFrom),
        roles.map((role) => role.validTo),
      ],
    );
  }

  /** Locked. Throws NOT_FOUND, also for an account that never had a role in this administration. */
  async getForUpdate(id: string): Promise<AccountRecord> {
    const [account] = await this.tx.rows<Omit<AccountRecord, 'roles'>>(
      `select a.id, a.revision, a.user_name as "userName", a.password_hash as "passwordHash", a.language,
              a.mail_on as "mailOn", a.must_change_password as "mustChangePassword", a.disabled_at as "disabledAt",
              p.id as "personId", p.full_name as "fullName", p.email, p.phone, p.salt
         from account a join person p on p.id = a.person_id
        where a.id = $2 and exists (select from role_assignment r where r.account_id = a.id and r.administration_id = $1)
          for update of a`,
      [this.tx.administrationId, id],
    );
    if (account === undefined) throw new DomainError('NOT_FOUND');
    const roles = await this.tx.rows<RoleRecord>(
      `select id, role, unit_id as "unitId", valid_from as "validFrom", valid_to as "validTo"
         from role_assignment where administration_id = $1 and account_id = $2 order by id`,
      [this.tx.administrationId, id],
    );
    return { ...account, roles };
  }

  async save(account: AccountRecord): Promise<void> {
    await this.tx.rows(
      `update account set password_hash = $2, language = $3, must_change_password = $4, disabled_at = $5, revision = $6,
              mail_on = $7
        where id = $1`,
      [
        account.id,
        account.passwordHash,
        account.language,
        account.mustChangePassword,
        account.disabledAt,
        account.revision,
        account.mailOn,
      ],
    );
    await this.tx.rows(
      'update person set full_name = $2, email = $3, phone = $4, search = $5 where id = $1',
      [account.personId, account.fullName, account.email, account.phone, searchOf(account)],
    );
  }

  async endRole(id: string, on: Day): Promise<void> {
    await this.tx.rows(
      `update role_assignment set valid_to = greatest(valid_from, $3::date) where administration_id = $1 and id = $2`,
      [this.tx.administrationId, id, on],
    );
  }

  /** Whether it holds a role, or will hold one, in another administration than the transaction's. */
  async hasRolesElsewhere(accountId: string): Promise<boolean> {
    const rows = await this.tx.rows(
      `select from role_assignment r join administration d on d.id = r.administration_id
        where r.account_id = $2 and r.administration_id <> $1 and r.valid_to is distinct from r.valid_from
          and (r.valid_to is null or r.valid_to > ($3::timestamptz at time zone d.time_zone)::date)
        limit 1`,
      [this.tx.administrationId, accountId, this.tx.now],
    );
    return rows.length > 0;
  }

  /** Whether somebody else administers the whole administration. Waits for others who are asking the same. */
  async hasOtherAdministrator(accountId: string, on: Day): Promise<boolean> {
    await this.tx.rows('select from administration where id = $1 for no key update', [
      this.tx.administrationId,
    ]);
    const rows = await this.tx.rows(
      `select from role_assignment r join account a on a.id = r.account_id
        where r.administration_id = $1 and r.account_id <> $2 and r.role = 'administrator' and r.unit_id is null
          and a.disabled_at is null and r.valid_from <= $3::date and (r.valid_to is null or r.valid_to > $3::date)
        limit 1`,
      [this.tx.administrationId, accountId, on],
    );
    return rows.length > 0;
  }
}

const searchOf = ({ userName, fullName, email }: AccountRecord): string =>
  searchKey(fullName, userName, email);
