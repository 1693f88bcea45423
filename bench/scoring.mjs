// Scoring at national size, from stored figures to stored scores, totals, ranks and history, against the floor of the
// same run: COPY out the figures, bare arithmetic, COPY in the same bytes into the same indexes.
import 'reflect-metadata';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IssueReadyCriteriaSet } from '@nhip/core/criteria';
import { openProduct } from '@nhip/core/product';
import { GetRanking, GetScoreMatrix } from '@nhip/core/scoring';
import { openOffice } from '@nhip/core/testing';
import pg from 'pg';
import { median, withDatabase } from './harness.mjs';
import { signedIn, withServers, writeModel } from './http.mjs';
import { nationalData } from './national-data.mjs';
import { nationalSet } from './national-set.mjs';

const UNITS = Number(process.env.NHIP_BENCH_UNITS ?? 3355);
const PAST_QUARTERS = 12;
const ROUNDS = Number(process.env.NHIP_BENCH_ROUNDS ?? 5);
/** Rounds of the same length on either side of the one ten times as large: the machine is not as fast all the time. */
const BESIDE = 2;
/** For either side alike: gigabytes are written, and whoever is being measured when a checkpoint comes pays for all. */
const settings = { max_wal_size: '8GB', checkpoint_timeout: '30min' };
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
      note(`rounds ${JSON.stringify(measured)}`);
      const [ours, theirs] = [median(measured.product), median(measured.floor)];
      const neighbours = measured.product.slice(-BESIDE);
      await floor.ask({ job: 'read', cycleId: cycles.tenfold, units: UNITS * 10 }); // the others were read before, too
      const tenfold = await ask({ cycleId: cycles.tenfold });
      for (let round = 0; round < BESIDE; round += 1) {
        const { milliseconds } = await ask({ cycleId: cycles.country });
        neighbours.push(milliseconds);
      }
      const beside = neighbours.reduce((sum, one) => sum + one, 0) / neighbours.length;
      note(`tenfold ${[tenfold.milliseconds, ...neighbours].map(Math.round).join(' ')}`);
      const figures = [
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
          ratio: tenfold.milliseconds / (10 * beside),
          limit: 1.1,
          milliseconds: { tenfold: tenfold.milliseconds, beside: neighbours },
        },
        ...(await following(database, product, floor, cycles)),
      ];
      note('following');
      return [...figures, ...(await pages(database, office, cycles.country))];
    } finally {
      await Promise.all([product, floor].map(({ end }) => end()));
      note('end');
    }
  }, settings);

/** One changed figure in an open run of few units and of many, in turns with bare upserts. */
async function following(database, product, floor, cycles) {
  const client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
  const runs = {};
  for (const [name, cycleId] of [
    ['few', cycles.district],
    ['many', cycles.tenfold],
  ]) {
    await openRunLikeTheFrozenOne(client, cycleId);
    const { rows } = await client.query(
      'select unit_id as id from cycle_participant where cycle_id = $1 order by unit_id limit 60',
      [cycleId],
    );
    runs[name] = { cycleId, unitIds: rows.map(({ id }) => id) };
  }
  await client.end();
  const period = { start: '2022-01-01', end: '2022-03-31' };
  const times = { few: [], many: [], upsert: [] };
  const AT_ONCE = 10;
  for (let turn = -1; turn < 5; turn += 1) {
    const from = Math.max(turn, 0) * AT_ONCE;
    for (const [name, { cycleId, unitIds }] of Object.entries(runs)) {
      // The first turn is to warm up, as long as the upserts do: both are measured as in a process that has run for long.
      const some = turn < 0 ? unitIds : unitIds.slice(from, from + AT_ONCE);
      const measured = await product.ask({ job: 'follow', cycleId, unitIds: some, period, turn });
      if (turn >= 0) times[name].push(...measured.times);
    }
    const measured = await floor.ask({ job: 'upsert', times: 60 });
    if (turn >= 0) times.upsert.push(...measured.times);
  }
  const [few, many, upsert] = [median(times.few), median(times.many), median(times.upsert)];
  const milliseconds = { few, many, upsert };
  return [
    { figure: 'follow', ratio: many / upsert, limit: 15, milliseconds },
    { figure: 'follow-many', ratio: many / few, limit: 1.2, milliseconds },
  ];
}

/** A page of the ranking of one peer group, and a page of the heat map, of 3,355 units. */
async function pages(database, office, cycleId) {
  const folder = await mkdtemp(join(tmpdir(), 'nhip-bench-scoring-'));
  const context = await openContext(database);
  const token = await signedIn(context, office, { role: 'secretariat', now });
  const model = join(folder, 'statements.json');
  const query = { page: 4, perPage: 25, order: 'ASC', cycleId };
  let groupId;
  await writeModel(context, token, model, {
    ranking: async (actor) => {
      groupId ??= (await context.get(GetRanking).execute(query, actor)).groups[0].id;
      await context.get(GetRanking).execute({ ...query, groupId }, actor);
    },
    matrix: (actor) => context.get(GetScoreMatrix).execute({ ...query, sort: 'ranking' }, actor),
  });
  await context.close();
  const path = `/api/review-cycles/${cycleId}`;
  const check = (ours) => {
    if (ours.items.length !== 25 || ours.total < Math.floor(UNITS / 2))
      throw new Error(`unexpected page: ${ours.items.length} of ${ours.total}`);
  };
  try {
    return await withServers({ databaseUrl: database.url, token, model }, async (measure) => {
      const ranking = await measure({
        path: `${path}/ranking?page=4&perPage=25&groupId=${groupId}`,
        name: 'ranking',
        rounds: 5,
        batch: 120,
        check,
      });
      const matrix = await measure({
        path: `${path}/score-matrix?page=4&perPage=25`,
        name: 'matrix',
        rounds: 5,
        batch: 60,
        check,
      });
      return [
        { figure: 'ranking-page', ratio: ranking.api / ranking.floor, limit: 3, milliseconds: ranking },
        { figure: 'heat-map-page', ratio: matrix.api / matrix.floor, limit: 3, milliseconds: matrix },
      ];
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
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

const openContext = (database) => openProduct({ url: database.url, pool: 2 });

async function prepared(database) {
  const context = await openContext(database);
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
  child.setMaxListeners(0);
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
