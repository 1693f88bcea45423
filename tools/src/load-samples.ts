// Loads the sample data of a new installation, once, through the product's own use cases: `DATABASE_URL` as nhip_app.
import { readEnvironment, workerEnvironment } from '@nhip/config';
import { openProduct } from '@nhip/core/product';
import { loadSamples } from './samples/load.js';
import { readSamples } from './samples/read-samples.js';

const { DATABASE_URL, EVIDENCE_DIR } = readEnvironment(workerEnvironment, process.env);
const begun = performance.now();
const say = (line: string): void =>
  console.log(`${((performance.now() - begun) / 1000).toFixed(1).padStart(5)} s  ${line}`);

async function run(): Promise<void> {
  const samples = readSamples();
  const product = await openProduct({ url: DATABASE_URL, pool: 4, evidenceDir: EVIDENCE_DIR });
  try {
    await loadSamples(product, samples, say);
  } finally {
    await product.close();
  }
}

run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
