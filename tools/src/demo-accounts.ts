// Prints the accounts of the sample data, those of the first round first; nothing where there is no sample.
import { readEnvironment, workerEnvironment } from '@nhip/config';
import pg from 'pg';
import { accountTable } from './samples/account-table.js';
import { readSamples } from './samples/read-samples.js';

const { DATABASE_URL } = readEnvironment(workerEnvironment, process.env);
const client = new pg.Client({ connectionString: DATABASE_URL });
await client.connect();
try {
  const { rowCount } = await client.query('select from demo_clock');
  if (rowCount === 1) process.stdout.write(accountTable(readSamples()));
} finally {
  await client.end();
}
