import type { Sql } from '@nhip/core/platform';

/** Signs that this worker is there, and takes those off the list that have not signed for a day. */
export async function signIn(sql: Sql, id: string): Promise<void> {
  await sql.rows(
    `insert into worker_process (id) values ($1) on conflict (id) do update set seen_at = clock_timestamp()`,
    [id],
  );
  await sql.rows(`delete from worker_process where seen_at < clock_timestamp() - interval '1 day'`);
}
