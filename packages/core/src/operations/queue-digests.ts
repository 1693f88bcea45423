import { Injectable } from '@nestjs/common';
import { job } from '../jobs/index.js';
import type { Transaction } from '../platform/index.js';
import { writeDigest } from './jobs.js';
import type { RunResult } from './run-result.js';

/** One job for everybody who wants mail and holds a role here today; nobody where no server is set up. */
@Injectable()
export class QueueDigests {
  async queue(tx: Transaction, on: string): Promise<RunResult> {
    const people = await tx.rows<{ id: string }>(
      `select distinct a.id from role_assignment r
         join account a on a.id = r.account_id and a.disabled_at is null and a.mail_on
         join person p on p.id = a.person_id and p.email is not null
        where r.administration_id = $1 and r.valid_from <= $2::date and (r.valid_to is null or r.valid_to > $2::date)
          and (select configured from mail_server)`,
      [tx.administrationId, on],
    );
    tx.enqueue(
      people.map(({ id: accountId }) =>
        job(writeDigest, `${tx.administrationId}/${on}/${accountId}`, { accountId, on }),
      ),
    );
    return { people: people.length };
  }
}
