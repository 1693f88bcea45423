// The floor of `lists`: the recorded statements, prepared, in one read-only transaction, answered by node:http.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import pg from 'pg';

const [, , model, port] = process.argv;
const statements = JSON.parse(await readFile(model, 'utf8')).map(({ text, values }, n) => ({
  name: `f${n}`,
  text,
  values: values.map((value) => (value?.hex === undefined ? value : Buffer.from(value.hex, 'hex'))),
}));
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DATABASE_POOL),
});

async function answer(response) {
  const client = await pool.connect();
  await client.query('begin read only');
  let rows = [];
  for (const statement of statements) {
    const answer = await client.query(statement);
    if (answer.rows[0]?.total !== undefined) rows = answer.rows;
  }
  await client.query('commit');
  client.release();
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ items: rows, total: rows[0]?.total ?? 0 }));
}

createServer((_request, response) => void answer(response)).listen(Number(port), '127.0.0.1');

process.on('SIGTERM', () => process.exit(0));
