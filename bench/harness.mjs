// What benchmarks share: a database of their own with the durability of a real one, recording, medians.
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { startPostgres } from '@nhip/config/services';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** A cluster with default durability and a migrated database in it, gone when the work ends. */
export async function withDatabase(work, settings = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'nhip-bench-'));
  const cluster = await startPostgres({ folder: join(folder, 'postgres'), settings });
  try {
    process.env.NHIP_TEST_POSTGRES_URL = cluster.url;
    const { createTestDatabase, prepareTemplate } = await import('@nhip/core/testing');
    await prepareTemplate();
    return await work(await createTestDatabase());
  } catch (error) {
    console.error(error); // told before the cluster goes: connections it takes along would hide it
    throw error;
  } finally {
    await cluster.discard();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Rows into a table by COPY, as the owner. `rows` are arrays of text, null for NULL. */
export async function copyRows(ownerUrl, table, columns, rows) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const cell = (value) =>
    value === null
      ? '\\N'
      : String(value).replace(
          /[\\\t\n\r]/g,
          (c) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[c],
        );
  const lines = rows.map((row) => `${row.map(cell).join('\t')}\n`);
  const buffers = [];
  for (let at = 0; at < lines.length; at += 500)
    buffers.push(Buffer.from(lines.slice(at, at + 500).join('')));
  await pipeline(
    Readable.from(buffers),
    client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`)),
  );
  await client.query(`analyze ${table}`);
  await client.end();
}

/** Every statement sent on any connection while the work runs, in order. */
export async function recordStatements(work) {
  const send = pg.Client.prototype.query;
  const statements = [];
  pg.Client.prototype.query = function (config, values, ...rest) {
    statements.push(
      typeof config === 'string'
        ? { text: config, values: values ?? [] }
        : { text: config.text, values: config.values ?? [] },
    );
    return send.call(this, config, values, ...rest);
  };
  try {
    await work();
  } finally {
    pg.Client.prototype.query = send;
  }
  return statements;
}

/** Runs `count` jobs, at most `concurrency` at once; milliseconds for all of them. */
export async function timeAll(count, concurrency, job) {
  let next = 0;
  const started = process.hrtime.bigint();
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (next < count) await job(next++);
    }),
  );
  return Number(process.hrtime.bigint() - started) / 1e6;
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Ends a child process and waits for it. */
export async function end(child) {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
