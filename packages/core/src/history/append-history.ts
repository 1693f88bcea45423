import type { Sql } from '../shared/index.js';
import type { HistoryEntry } from './history-entry.js';
import { textArray } from './text-array.js';

/** A statement of so many entries is a few megabytes at most. */
const AT_ONCE = 500;
/** From so many entries on their texts go in binary form. */
const MANY = 20;

/**
 * Appends entries through `append_history()`, the only door to the table: it takes actor, administration and time
 * from the transaction's settings and fills `seq`, `prev` and `hash`. Administrations and streams are gone through in
 * one order, whoever appends, so that two never wait for each other.
 * @param administrationId the transaction's, to which an entry belongs that names no other
 */
export async function appendHistory(
  sql: Sql,
  administrationId: string,
  entries: readonly HistoryEntry[],
): Promise<void> {
  const homes = new Set(entries.map((entry) => homeOf(entry, administrationId)));
  for (const home of [...homes].sort()) {
    if (home !== administrationId) await actIn(sql, home);
    await appendOrdered(
      sql,
      entries.filter((entry) => homeOf(entry, administrationId) === home),
    );
    if (home !== administrationId) await actIn(sql, administrationId);
  }
}

/** Whether they are appended by one statement, behind which others may be sent at once. */
export const appendsAtOnce = (administrationId: string, entries: readonly HistoryEntry[]): boolean =>
  entries.length <= AT_ONCE && entries.every((entry) => homeOf(entry, administrationId) === administrationId);

const homeOf = (entry: HistoryEntry, administrationId: string): string =>
  entry.administrationId ?? administrationId;

const actIn = (sql: Sql, administrationId: string): Promise<unknown> =>
  sql.rows(`select set_config('nhip.administration', $1, true)`, [administrationId]);

async function appendOrdered(sql: Sql, entries: readonly HistoryEntry[]): Promise<void> {
  const ordered = entries.toSorted((a, b) => (a.stream < b.stream ? -1 : a.stream > b.stream ? 1 : 0));
  for (let at = 0; at < ordered.length; at += AT_ONCE) await append(sql, ordered.slice(at, at + AT_ONCE));
}

async function append(sql: Sql, entries: readonly HistoryEntry[]): Promise<void> {
  const texts = (of: (entry: HistoryEntry) => string): unknown => {
    const list = entries.map(of);
    return list.length < MANY ? list : textArray(list);
  };
  await sql.rows(
    'select append_history($1::text[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::text[])',
    [
      texts((entry) => entry.stream),
      texts((entry) => entry.subject.kind),
      texts((entry) => entry.subject.id),
      entries.map((entry) => entry.revision),
      texts((entry) => entry.action),
      texts((entry) => entry.reason ?? ''),
      texts(({ before, after }) => JSON.stringify({ before, after })),
    ],
  );
}
