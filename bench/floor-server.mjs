// The floor of pages over HTTP: the recorded statements of the page that the path names, prepared, in one read-only
// transaction, answered by node:http.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import pg from 'pg';

const [, , model, port] = process.argv;
const pages = Object.fromEntries(
  Object.entries(JSON.parse(await readFile(model, 'utf8'))).map(([name, statements]) => [
    name,
    statements.map(({ text, values }, n) => ({
      name: `${name}${n}`,
      text,
      values: values.map((value) => (value?.hex === undefined ? value : Buffer.from(value.hex, 'hex'))),
    })),
  ]),
);
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DATABASE_POOL),
});

async function answer(name, response) {
  const client = await pool.connect();
  await client.query('begin read only');
  let rows = [];
  for (const statement of pages[name]) {
    const answer = await client.query(statement);
    if (answer.rows.length >= rows.length) rows = answer.rows;
  }
  await client.query('commit');
  client.release();
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ items: rows, total: rows[0]?.total ?? rows.length }));
}

createServer((request, response) => void answer(request.url.slice(1), response)).listen(
  Number(port),
  '127.0.0.1',
);

process.on('SIGTERM', () => process.exit(0));
