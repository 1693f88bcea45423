// The floor of a set-based command: COPY of the very rows it wrote, in one transaction, into empty tables with the same
// columns, defaults and indexes.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/**
 * @param rows table → query that gives the rows written
 * Learns the bytes once; `run` gives the milliseconds of copying them in.
 */
export async function copyFloor(client, rows) {
  const stored = {};
  for (const [table, query] of Object.entries(rows)) {
    await client.query(`create table floor_${table} (like ${table} including defaults including indexes)`);
    stored[table] = [];
    for await (const chunk of client.query(copyTo(`copy (${query}) to stdout`))) stored[table].push(chunk);
  }
  const tables = Object.keys(rows);
  return {
    bytes: Object.values(stored)
      .flat()
      .reduce((sum, { length }) => sum + length, 0),
    async run() {
      const started = process.hrtime.bigint();
      await client.query('begin');
      for (const table of tables)
        await pipeline(
          Readable.from(stored[table]),
          client.query(copyFrom(`copy floor_${table} from stdin`)),
        );
      await client.query('commit');
      const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
      await client.query(`truncate ${tables.map((table) => `floor_${table}`).join(', ')}`);
      return milliseconds;
    },
  };
}
