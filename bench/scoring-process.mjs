// A process that scores, by the product's use cases or as the bare floor; told what to do by messages, one at a time.
import 'reflect-metadata';
import { UnitOfWork } from '@nhip/core/platform';
import { openProduct } from '@nhip/core/product';
import { FollowFigures, RunScoring } from '@nhip/core/scoring';
import { Figures } from '@nhip/core/submissions';

const [, , url, administrationId] = process.argv;
const now = '2026-01-05T01:00:00.000Z';
const call = { actor: { kind: 'system', id: 'bench', administrationId }, now };

const context = await openProduct({ url, pool: 2 });

const figure = (unitId, value, { start, end }) => ({
  unitId,
  element: 'so-001',
  month: null,
  start,
  end,
  side: 'unit',
  state: 'value',
  value: String(value),
  note: null,
  source: null,
  illustrative: false,
  published: null,
});

const jobs = {
  /** Figures → stored scores, totals, history; with `freeze` ranks too. */
  score: ({ cycleId, freeze }) => timed(() => context.get(RunScoring).execute({ cycleId, freeze }, call)),
  /** One changed figure in an open run, `times` times, each in another unit. */
  follow: async ({ cycleId, unitIds, period, turn }) => {
    const times = [];
    for (const [n, unitId] of unitIds.entries()) {
      await context
        .get(UnitOfWork)
        .run(call, (tx) =>
          tx.use(Figures).record(cycleId, [figure(unitId, 500 + n + (turn + 1) * 7, period)], period.end),
        );
      const { milliseconds, outcome } = await timed(() =>
        context.get(FollowFigures).execute({ cycleId, unitIds: [unitId] }, call),
      );
      if (outcome.units !== 1) throw new Error(`rescored ${outcome.units} units`);
      times.push(milliseconds);
    }
    return { times };
  },
  memory: () => ({ peakMb: process.resourceUsage().maxRSS / 1024 }),
};

async function timed(work) {
  const started = process.hrtime.bigint();
  const outcome = await work();
  return { milliseconds: Number(process.hrtime.bigint() - started) / 1e6, outcome };
}

process.on('message', ({ job, ...what }) => {
  Promise.resolve(jobs[job](what)).then(
    (answer) => process.send(answer),
    (error) => process.send({ error: error.stack ?? String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
process.send({ ready: true });
