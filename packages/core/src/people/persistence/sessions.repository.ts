import type { Transaction } from '../../platform/index.js';
import { SESSION_DAYS } from '../domain/sign-in-limits.js';

export interface SessionRecord {
  readonly id: string;
  readonly accountId: string;
  readonly assignmentId: string;
  readonly revision: number;
}

const columns = 'id, account_id as "accountId", assignment_id as "assignmentId", revision';

/** Sessions by the hash of their token. They live by the machine's clock. */
export class Sessions {
  constructor(private readonly tx: Transaction) {}

  async insert(tokenHash: Uint8Array, session: SessionRecord): Promise<void> {
    await this.tx.rows(
      `insert into session (token_hash, id, account_id, assignment_id, expires_at, revision)
       values ($1, $2, $3, $4, clock_timestamp() + make_interval(days => ${SESSION_DAYS}), $5)`,
      [tokenHash, session.id, session.accountId, session.assignmentId, session.revision],
    );
  }

  async switchRole(tokenHash: Uint8Array, assignmentId: string): Promise<SessionRecord | undefined> {
    const [session] = await this.tx.rows<SessionRecord>(
      `update session set assignment_id = $2, revision = revision + 1 where token_hash = $1 returning ${columns}`,
      [tokenHash, assignmentId],
    );
    return session;
  }

  async end(tokenHash: Uint8Array): Promise<SessionRecord | undefined> {
    const [session] = await this.tx.rows<SessionRecord>(
      `delete from session where token_hash = $1 returning ${columns}`,
      [tokenHash],
    );
    return session;
  }

  /** How many ended. */
  async endOfAccount(accountId: string, except?: Uint8Array): Promise<number> {
    const ended = await this.tx.rows(
      'delete from session where account_id = $1 and ($2::bytea is null or token_hash <> $2) returning id',
      [accountId, except ?? null],
    );
    return ended.length;
  }

  async endOfAssignment(assignmentId: string): Promise<number> {
    const ended = await this.tx.rows('delete from session where assignment_id = $1 returning id', [
      assignmentId,
    ]);
    return ended.length;
  }
}
