// The floor of a set-based command: COPY of the very rows it wrote back into the tables they were written to, with their
// indexes, references and triggers, in one transaction.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

const columnsOf = async (client, table) => {
  const { rows } = await client.query(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as names from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  return rows[0].names;
};

/**
 * @param client of a superuser
 * @param written table → which of its rows the command wrote, as a condition; in the order in which they can be written
 * @returns {Promise<{ milliseconds: number, bytes: number }>} of taking them away and copying them in again
 */
export async function copyAgain(client, written) {
  const stored = {};
  for (const [table, condition] of Object.entries(written)) {
    const columns = await columnsOf(client, table);
    stored[table] = { columns, chunks: [] };
    for await (const chunk of client.query(
      copyTo(`copy (select ${columns} from ${table} where ${condition}) to stdout`),
    ))
      stored[table].chunks.push(chunk);
  }
  // In a database of the bench's own even history gives its rows back, so that they can be written again.
  await client.query(
    'begin; set local session_replication_role = replica; alter table history disable trigger history_append_only',
  );
  for (const [table, condition] of Object.entries(written).toReversed())
    await client.query(`delete from ${table} where ${condition}`);
  await client.query('alter table history enable always trigger history_append_only; commit');
  await client.query(`vacuum ${Object.keys(written).join(', ')}`);
  const started = process.hrtime.bigint();
  await client.query('begin');
  for (const [table, { columns, chunks }] of Object.entries(stored))
    await pipeline(Readable.from(chunks), client.query(copyFrom(`copy ${table} (${columns}) from stdin`)));
  await client.query('commit');
  return {
    milliseconds: Number(process.hrtime.bigint() - started) / 1e6,
    bytes: Object.values(stored)
      .flatMap(({ chunks }) => chunks)
      .reduce((sum, { length }) => sum + length, 0),
  };
}
