// GET of the cycle list (25 rows with total) as a signed-in unit officer, against the same statements (session,
// page with total), prepared, in one read-only transaction by bare pg behind node:http.
import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openProduct } from '@nhip/core/product';
import { ListReviewCycles, reviewCycleProcedures } from '@nhip/core/review-cycles';
import { openOffice } from '@nhip/core/testing';
import { withDatabase } from './harness.mjs';
import { signedIn, withServers, writeModel } from './http.mjs';
import { manyCycles } from './many-cycles.mjs';

const CYCLES = 400;
const PATH = '/api/review-cycles?page=1&perPage=25';
const now = '2022-10-04T01:00:00.000Z';

const procedure = JSON.parse(
  JSON.stringify(reviewCycleProcedures['review-conference-first']),
  (key, value) => (key === 'effects' || key === 'guards' ? [] : value),
);

export default () =>
  withDatabase(async (database) => {
    const folder = await mkdtemp(join(tmpdir(), 'nhip-bench-lists-'));
    const context = await openProduct({ url: database.url, pool: 2 });
    const office = await openOffice(
      { get: (part) => context.get(part) },
      { 'review-conference-first': procedure },
    );
    await manyCycles(context, database, office, CYCLES);
    const token = await signedIn(context, office, { role: 'unit-officer', unitCode: 'P1', now });
    const model = join(folder, 'statements.json');
    await writeModel(context, token, model, {
      cycles: (actor) => context.get(ListReviewCycles).execute({ page: 1, perPage: 25 }, actor, now),
    });
    await context.close();
    try {
      const milliseconds = await withServers({ databaseUrl: database.url, token, model }, (measure) =>
        measure({
          path: PATH,
          name: 'cycles',
          rounds: 7,
          batch: 250,
          check(ours, theirs) {
            if (ours.items.length !== 25 || ours.total !== CYCLES + 1)
              throw new Error(`unexpected list: ${ours.total}`);
            if (theirs.total !== ours.total) throw new Error('the floor answers another list');
          },
        }),
      );
      const ratio = milliseconds.api / milliseconds.floor;
      return [{ figure: 'cycle-list-p50', ratio, limit: 3, milliseconds }];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
