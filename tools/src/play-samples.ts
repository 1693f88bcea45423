// In a sample installation: plays the steps that lie ahead as its clock reaches them, beside a running worker. Ends
// quietly where there is nothing to play.
import { setTimeout as sleep } from 'node:timers/promises';
import { readEnvironment, workerEnvironment } from '@nhip/config';
import { openProduct } from '@nhip/core/product';
import { followClock } from './samples/follow-clock.js';
import { readSamples } from './samples/read-samples.js';

const PAUSE = 250;

const { DATABASE_URL, EVIDENCE_DIR } = readEnvironment(workerEnvironment, process.env);
const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.abort());

async function run(): Promise<void> {
  const product = await openProduct({ url: DATABASE_URL, pool: 2, evidenceDir: EVIDENCE_DIR });
  try {
    await followClock(product, readSamples(), {
      ended: () => ending.signal.aborted,
      pause: () => sleep(PAUSE, undefined, { signal: ending.signal }).catch(() => undefined),
      say: (line) => console.log(line),
    });
  } finally {
    await product.close();
  }
}

run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
