import type { Transaction } from '../../platform/index.js';
import { SETUP_LINK_HOURS } from '../domain/sign-in-limits.js';

/** One-time links that make the first administrator of an installation without accounts. */
export class SetupLinks {
  constructor(private readonly tx: Transaction) {}

  /** One at a time, so that two links, or two uses of one, cannot both find the house empty. */
  async isHouseEmpty(): Promise<boolean> {
    await this.tx.rows(`select pg_advisory_xact_lock(hashtext('nhip set-up'))`);
    const rows = await this.tx.rows('select from account limit 1');
    return rows.length === 0;
  }

  /** Replaces every link not used yet. */
  async replace(tokenHash: Uint8Array): Promise<void> {
    await this.tx.rows('delete from setup_link where used_at is null');
    await this.tx.rows(
      `insert into setup_link (token_hash, expires_at)
       values ($1, clock_timestamp() + interval '${SETUP_LINK_HOURS} hours')`,
      [tokenHash],
    );
  }

  /** False where the link is unknown, used or too old. */
  async use(tokenHash: Uint8Array): Promise<boolean> {
    const rows = await this.tx.rows(
      `update setup_link set used_at = clock_timestamp()
        where token_hash = $1 and used_at is null and expires_at > clock_timestamp() returning created_at`,
      [tokenHash],
    );
    return rows.length === 1;
  }
}
