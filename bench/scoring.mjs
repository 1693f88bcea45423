// Scoring at national size, from stored figures to stored scores, totals, ranks and history, against the floor of the
// same run: COPY out the figures, bare arithmetic, COPY in the same bytes into the same indexes.
import 'reflect-metadata';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { IssueReadyCriteriaSet } from '@nhip/core/criteria';
import { PlatformModule } from '@nhip/core/platform';
import { entities, featureModules } from '@nhip/core/product';
import { openOffice } from '@nhip/core/testing';
import pg from 'pg';
import { median, withDatabase } from './harness.mjs';
import { nationalData } from './national-data.mjs';
import { nationalSet } from './national-set.mjs';

const UNITS = Number(process.env.NHIP_BENCH_UNITS ?? 3355);
const PAST_QUARTERS = 12;
const ROUNDS = Number(process.env.NHIP_BENCH_ROUNDS ?? 5);
const now = '2026-01-05T01:00:00.000Z';

export default () =>
  withDatabase(async (database) => {
    const note = stopwatch();
    const { office, versionId } = await prepared(database);
    const past = Object.fromEntries(
      Array.from({ length: PAST_QUARTERS }, (_, n) => [`past-${n}`, { units: UNITS, quarter: -1 - n }]),
    );
    const cycles = await nationalData(database, office, versionId, {
      ...past,
      country: { units: UNITS, quarter: 0 },
      district: { units: Math.floor(UNITS / 10), quarter: 0 },
      tenfold: { units: UNITS * 10, quarter: 0 },
    });
    note('figures loaded');
    const product = await start('scoring-process.mjs', database.url, office.administrationId);
    const floor = await start('scoring-floor.mjs', database.superuserUrl, office.administrationId);
    try {
      const ask = (what) => product.ask({ job: 'score', freeze: true, ...what });
      await ask({ cycleId: cycles.district }); // compiled and warm, as in a running process
      const { outcome } = await ask({ cycleId: cycles.country });
      const { bytes } = await floor.ask({ job: 'learn', runId: outcome.runId, cycleId: cycles.country });
      note('warm');
      const measured = { product: [], floor: [] };
      for (let round = 0; round < ROUNDS; round += 1) {
        const theirs = await floor.ask({ job: 'score', cycleId: cycles.country, units: UNITS });
        const ours = await ask({ cycleId: cycles.country });
        measured.product.push(ours.milliseconds);
        measured.floor.push(theirs.milliseconds);
      }
      const { peakMb } = await product.ask({ job: 'memory' });
      note('rounds');
      const [ours, theirs] = [median(measured.product), median(measured.floor)];
      const tenfold = await ask({ cycleId: cycles.tenfold });
      note('tenfold');
      return [
        {
          figure: 'run',
          ratio: ours / theirs,
          limit: 2,
          scores: outcome.scores,
          bytes,
          milliseconds: measured,
        },
        { figure: 'memory', ratio: peakMb / 400, limit: 1, peakMb },
        {
          figure: 'tenfold',
          ratio: tenfold.milliseconds / (10 * ours),
          limit: 1.1,
          milliseconds: tenfold.milliseconds,
        },
        ...(await following(database, product, floor, office, cycles)),
      ];
    } finally {
      await Promise.all([product, floor].map(({ end }) => end()));
      note('end');
    }
  });

/** One changed figure in an open run of few units and of many. */
async function following(database, product, floor, office, cycles) {
  const client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
  const times = {};
  for (const [name, cycleId] of [
    ['few', cycles.district],
    ['many', cycles.tenfold],
  ]) {
    await openRunLikeTheFrozenOne(client, cycleId);
    const { rows } = await client.query(
      'select unit_id as id from cycle_participant where cycle_id = $1 order by unit_id limit 60',
      [cycleId],
    );
    const unitIds = rows.map(({ id }) => id);
    const period = { start: '2022-01-01', end: '2022-03-31' };
    const follow = { job: 'follow', cycleId, unitIds, period };
    await product.ask(follow);
    times[name] = median((await product.ask(follow)).times);
  }
  await client.end();
  await floor.ask({ job: 'upsert', times: 100 });
  const upsert = median((await floor.ask({ job: 'upsert', times: 300 })).times);
  return [
    { figure: 'follow', ratio: times.many / upsert, limit: 15, milliseconds: { ...times, upsert } },
    { figure: 'follow-many', ratio: times.many / times.few, limit: 1.2, milliseconds: times },
  ];
}

/** An open run with the rows of the cycle's newest one, copied: opening it by scoring is measured already. */
async function openRunLikeTheFrozenOne(client, cycleId) {
  await client.query('begin; set local session_replication_role = replica');
  const { rows } = await client.query(
    `insert into scoring_run (id, administration_id, cycle_id, number, criteria_set_version_id, corrects, status,
       figures_as_of, computed_at, revision)
     select gen_random_uuid(), administration_id, cycle_id, number + 1, criteria_set_version_id, id, 'open',
            figures_as_of, computed_at, 1
       from scoring_run where cycle_id = $1 order by number desc limit 1 returning id, corrects`,
    [cycleId],
  );
  const [{ id, corrects }] = rows;
  for (const table of ['score', 'total_score']) {
    const { rows: columns } = await client.query(
      `select string_agg(quote_ident(attname), ', ') as names from pg_attribute
        where attrelid = $1::regclass and attnum > 0 and not attisdropped and attname <> 'run_id'`,
      [table],
    );
    const [{ names }] = columns;
    await client.query(
      `insert into ${table} (run_id, ${names}) select '${id}', ${names} from ${table} where run_id = '${corrects}'`,
    );
  }
  await client.query('commit');
  await client.query('vacuum analyze score; ').catch(() => undefined);
}

async function prepared(database) {
  const context = await NestFactory.createApplicationContext(
    {
      module: class {},
      imports: [PlatformModule.connect({ url: database.url, pool: 2, entities }), ...featureModules],
    },
    { logger: ['error'] },
  );
  const office = await openOffice({ get: (part) => context.get(part) });
  const { versionId } = await context
    .get(IssueReadyCriteriaSet)
    .execute(
      { code: 'QUOC-GIA', names: { vi: 'Bộ chỉ số quốc gia' }, content: nationalSet },
      office.system(now),
    );
  await context.close();
  return { office, versionId };
}

/** A process of its own that answers one question at a time. */
async function start(file, ...args) {
  const child = fork(join(import.meta.dirname, file), args, { stdio: 'inherit' });
  const answer = async () => {
    const [message] = await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(([code]) => [{ error: `${file} ended with ${code}` }]),
    ]);
    if (message.error !== undefined) throw new Error(message.error);
    return message;
  };
  await answer();
  return {
    ask(what) {
      child.send(what);
      return answer();
    },
    async end() {
      if (child.exitCode !== null) return;
      child.disconnect();
      await once(child, 'exit');
    },
  };
}

/** With NHIP_BENCH_VERBOSE, says when each part was done. */
function stopwatch() {
  const started = Date.now();
  return (what) => {
    if (process.env.NHIP_BENCH_VERBOSE !== undefined)
      console.error(`${((Date.now() - started) / 1000).toFixed(1)} s: ${what}`);
  };
}
