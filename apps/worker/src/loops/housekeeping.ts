import type { Sql } from '@nhip/core/platform';

/** What is thrown away once it is old: nothing that anybody could still ask for. Batches, so that no lock is held for long. */
const oldRows: readonly { readonly table: string; readonly old: string }[] = [
  { table: 'command_log', old: "recorded_at < clock_timestamp() - interval '90 days'" },
  { table: 'outbox', old: "done_at < clock_timestamp() - interval '30 days'" },
  { table: 'session', old: "expires_at < clock_timestamp() - interval '1 day'" },
  { table: 'sign_in_attempt', old: "at < clock_timestamp() - interval '30 days'" },
];

const BATCH = 5_000;

/** Deletes old rows table by table; gives how many went. */
export async function clearOldRows(sql: Sql): Promise<number> {
  let total = 0;
  for (const { table, old } of oldRows) {
    for (let gone = BATCH; gone === BATCH; total += gone) {
      const rows = await sql.rows(
        `delete from ${table} where ctid = any(array(select ctid from ${table} where ${old} limit ${BATCH})) returning 1`,
      );
      gone = rows.length;
    }
  }
  return total;
}
