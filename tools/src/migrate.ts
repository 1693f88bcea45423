// Brings the database to the schema of this release, with the owner's role: `npm run migrate`. `--status` only says
// how many migrations are pending.
import { migrateEnvironment, readEnvironment } from '@nhip/config';
import { compareSchema, migrate } from '@nhip/core/migrations';
import { installReadyMade, openProduct } from '@nhip/core/product';
import pg from 'pg';

const { DATABASE_OWNER_URL, DATABASE_URL } = readEnvironment(migrateEnvironment, process.env);

async function pending(): Promise<number> {
  const client = new pg.Client({ connectionString: DATABASE_OWNER_URL });
  await client.connect();
  try {
    const { missing, unknown } = await compareSchema(client);
    if (unknown.length > 0)
      throw new Error(`The database is of a newer release (${unknown.join(', ')}): install that release.`);
    return missing.length;
  } finally {
    await client.end();
  }
}

async function run(): Promise<void> {
  const count = await pending();
  if (process.argv.includes('--status')) {
    console.log(count === 0 ? 'current' : `pending ${count}`);
    return;
  }
  const applied = await migrate({ ownerUrl: DATABASE_OWNER_URL, appUrl: DATABASE_URL });
  const product = await openProduct({ url: DATABASE_URL, pool: 2 });
  try {
    await installReadyMade(product);
  } finally {
    await product.close();
  }
  console.log(applied.length === 0 ? 'The schema is current.' : `Applied: ${applied.join(', ')}`);
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
