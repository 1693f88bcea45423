import type { Sql } from '../platform/index.js';

/** A worker that starts says whether it can send mail: without a server nothing is written to be sent. */
export async function announceMail(sql: Sql, configured: boolean): Promise<void> {
  await sql.rows(
    'insert into mail_server (configured) values ($1) on conflict (one) do update set configured = $1',
    [configured],
  );
}
