import type { Sql, Transaction } from '../../platform/index.js';

export interface Credential {
  readonly accountId: string;
  readonly userName: string;
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
  readonly disabled: boolean;
}

const columns = `id as "accountId", user_name as "userName", password_hash as "passwordHash",
  must_change_password as "mustChangePassword", disabled_at is not null as disabled`;

/** What signing in needs to know of an account, and no more. */
export class Credentials {
  constructor(private readonly tx: Transaction) {}

  static async find(sql: Sql, userName: string): Promise<Credential | undefined> {
    const [row] = await sql.rows<Credential>(`select ${columns} from account where user_name = $1`, [
      userName,
    ]);
    return row;
  }

  static async get(sql: Sql, accountId: string): Promise<Credential | undefined> {
    const [row] = await sql.rows<Credential>(`select ${columns} from account where id = $1`, [accountId]);
    return row;
  }

  /** The same password under today's parameters: no change of the record. Nothing where it was changed meanwhile. */
  async rehash(accountId: string, from: string, to: string): Promise<void> {
    await this.tx.rows('update account set password_hash = $3 where id = $1 and password_hash = $2', [
      accountId,
      from,
      to,
    ]);
  }
}
