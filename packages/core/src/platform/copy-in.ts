import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from } from 'pg-copy-streams';

/** Rows into a table by COPY, on the transaction's own connection: many times faster than any INSERT. */
export async function copyIn(
  client: ClientBase,
  table: string,
  columns: readonly string[],
  text: string,
): Promise<void> {
  const into = client.query(from(`copy ${table} (${columns.join(', ')}) from stdin`));
  await pipeline(Readable.from([Buffer.from(text)]), into);
}
