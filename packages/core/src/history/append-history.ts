import type { Sql } from '../shared/index.js';
import type { HistoryEntry } from './history-entry.js';

/**
 * Appends entries in one statement through `append_history()`, the only door to the table: it takes actor,
 * administration and time from the transaction's settings and fills `seq`, `prev` and `hash`.
 */
export async function appendHistory(sql: Sql, entries: readonly HistoryEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await sql.rows(
    'select append_history($1::text[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::text[])',
    [
      entries.map((entry) => entry.stream),
      entries.map((entry) => entry.subject.kind),
      entries.map((entry) => entry.subject.id),
      entries.map((entry) => entry.revision),
      entries.map((entry) => entry.action),
      entries.map((entry) => entry.reason ?? ''),
      entries.map((entry) => JSON.stringify({ before: entry.before, after: entry.after })),
    ],
  );
}
