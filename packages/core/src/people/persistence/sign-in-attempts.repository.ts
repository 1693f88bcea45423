import type { Transaction } from '../../platform/index.js';
import { FAILURES_PER_ADDRESS, FAILURES_PER_NAME, SIGN_IN_WINDOW_SECONDS } from '../domain/sign-in-limits.js';

/** Attempts to sign in, whoever was meant. They are counted before the password is looked at. */
export class SignInAttempts {
  constructor(private readonly tx: Transaction) {}

  /**
   * Books an attempt, as failed until it is known better, or gives the seconds to wait. One name and one address
   * at a time, so that attempts sent together are counted one by one. What is refused here is not booked: nobody
   * is locked out for longer by trying.
   */
  async book(
    id: string,
    nameHash: Uint8Array,
    address: string | null,
  ): Promise<{ readonly waitSeconds: number }> {
    await this.tx.rows(`select pg_advisory_xact_lock(hashtextextended(encode($1::bytea, 'hex'), 1))`, [
      nameHash,
    ]);
    if (address !== null)
      await this.tx.rows(`select pg_advisory_xact_lock(hashtextextended(${networkOf('$1')}::text, 2))`, [
        address,
      ]);
    const [row] = await this.tx.rows<{ wait: number }>(
      `with failures as (
         select 'name' as of, at from sign_in_attempt
          where name_hash = $1 and not succeeded and at > ${WINDOW_BEGIN}
            and at > coalesce((select max(at) from sign_in_attempt where name_hash = $1 and succeeded), '-infinity')
         union all
         select 'address', at from sign_in_attempt
          where address = ${networkOf('$2')} and not succeeded and at > ${WINDOW_BEGIN}),
       ranked as (select of, at, row_number() over (partition by of order by at desc) as n from failures)
       select coalesce(max(ceil(extract(epoch from at - ${WINDOW_BEGIN}))), 0)::int as wait from ranked
        where (of = 'name' and n = ${FAILURES_PER_NAME}) or (of = 'address' and n = ${FAILURES_PER_ADDRESS})`,
      [nameHash, address],
    );
    const waitSeconds = row?.wait ?? 0;
    if (waitSeconds === 0) {
      await this.tx.rows(
        `insert into sign_in_attempt (id, name_hash, address) values ($2, $3, ${networkOf('$1')})`,
        [address, id, nameHash],
      );
    }
    return { waitSeconds };
  }

  async noteSuccess(id: string): Promise<void> {
    await this.tx.rows('update sign_in_attempt set succeeded = true where id = $1', [id]);
  }
}

const WINDOW_BEGIN = `(statement_timestamp() - interval '${SIGN_IN_WINDOW_SECONDS} seconds')`;
/** An IPv4 address as it is; of IPv6 the /64 network, which is one household. */
const networkOf = (address: string): string =>
  `network(set_masklen(${address}::inet, case when family(${address}::inet) = 4 then 32 else 64 end))`;
