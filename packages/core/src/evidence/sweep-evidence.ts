import type { Sql } from '../shared/index.js';
import type { FileStore } from './file-store.js';

/**
 * Throws away bytes that no row uses: uploads that broke off, contents whose rows were taken back. Of every
 * administration: contents are kept once for all of them. Gives how many files went.
 * @param before what is younger stays: it may be coming in, or being written down, this moment
 */
export function sweepEvidence(sql: Sql, store: FileStore, before: Date): Promise<number> {
  return store.sweep(before, async (hashes) => {
    if (hashes.length === 0) return new Set();
    const rows = await sql.rows<{ hash: string }>(
      `select distinct encode(sha256, 'hex') as hash from evidence
        where withdrawn_at is null and sha256 = any(select decode(hash, 'hex') from unnest($1::text[]) as h(hash))`,
      [hashes],
    );
    return new Set(rows.map(({ hash }) => hash));
  });
}
