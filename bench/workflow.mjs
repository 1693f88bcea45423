// The engine at national size: launching a cycle of 3,355 units, 10,000 deadlines of one instant, a board of 100,000
// tasks; and how long a province's quarter takes when time is played.
import 'reflect-metadata';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CreateUnits } from '@nhip/core/organisation';
import { Reader } from '@nhip/core/platform';
import { openProduct } from '@nhip/core/product';
import { CreateReviewCycle, LaunchReviewCycle } from '@nhip/core/review-cycles';
import { createTestDatabase, hashOfHistory, openOffice, playQuarter } from '@nhip/core/testing';
import { AssignTasks, ListTasks } from '@nhip/core/tasks';
import pg from 'pg';
import { copyAgain } from './copy-floor.mjs';
import { end, median, withDatabase } from './harness.mjs';
import { signedIn, withServers, writeModel } from './http.mjs';
import { manyTasks } from './many-tasks.mjs';

const UNITS = Number(process.env.NHIP_BENCH_UNITS ?? 3355);
const ROUNDS = Number(process.env.NHIP_BENCH_ROUNDS ?? 5);
const TIMERS = Number(process.env.NHIP_BENCH_TIMERS ?? 10_000);
const TASKS = Number(process.env.NHIP_BENCH_TASKS ?? 100_000);
const now = '2022-10-04T01:00:00.000Z';

export default () =>
  withDatabase(async (database) => {
    const context = await openProduct({ url: database.url, pool: 2 });
    const office = await openOffice({ get: (part) => context.get(part) });
    const unitIds = await nationalUnits(context, office);
    const client = new pg.Client({ connectionString: database.superuserUrl });
    await client.connect();
    await client.query('vacuum analyze');
    try {
      await quarter();
      return [
        await launch(context, client, office, unitIds),
        await timers(context, client, database, office, unitIds),
        await board(context, client, database, office, unitIds),
      ];
    } finally {
      await client.end();
      await context.close();
    }
  });

/** A province's quarter, played as its spec plays it: only its duration is told. */
async function quarter() {
  const database = await createTestDatabase();
  const context = await openProduct({ url: database.url, pool: 2 });
  const get = (part) => context.get(part);
  const product = { get, reader: context.get(Reader) };
  const started = Date.now();
  const { administrationId } = await playQuarter(product, { seed: 1, units: 150 });
  const seconds = (Date.now() - started) / 1000;
  const { entries } = await hashOfHistory(product, administrationId);
  await context.close();
  console.log(
    `bench workflow.quarter took ${seconds.toFixed(1)} s (150 units, ${entries} entries in history)`,
  );
}

async function nationalUnits(context, office) {
  const units = Array.from({ length: UNITS }, (_, n) => ({
    code: `X${n}`,
    names: { vi: `Đơn vị số ${n}` },
    unitType: 'ward',
    peerGroupCode: 'PHUONG',
    from: '2020-01-01',
  }));
  return (await context.get(CreateUnits).execute({ units }, office.system('2022-01-01T00:00:00Z'))).ids;
}

let cycles = 0;
async function prepare(context, office, unitIds) {
  const command = {
    code: `QUOC-GIA-${(cycles += 1)}`,
    names: { vi: 'Rà soát toàn quốc' },
    period: {
      preset: 'calendar',
      kind: 'quarter',
      start: '2022-07-01',
      end: '2022-09-30',
      asOf: '2022-09-30',
    },
    criteriaSetVersionId: office.criteriaSetVersionId,
    unitIds,
    stages: [{ stage: 'collecting', dueOn: '2022-10-17' }],
  };
  return (await context.get(CreateReviewCycle).execute(command, office.by('secretariat', now))).id;
}

/** Launching: submissions, their instances, three timers each and history, against COPY of the same rows. */
async function launch(context, client, office, unitIds) {
  const times = [];
  const floors = [];
  let bytes;
  for (let round = 0; round <= ROUNDS; round += 1) {
    const id = await prepare(context, office, unitIds);
    const started = process.hrtime.bigint();
    await context.get(LaunchReviewCycle).execute({ id }, office.by('committee', now));
    const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
    const { rows } = await client.query('select id from submission where cycle_id = $1', [id]);
    const submissions = `any('{${rows.map((row) => row.id).join(',')}}'::uuid[])`;
    const floor = await copyAgain(client, {
      procedure_instance: `id = ${submissions}`,
      submission: `cycle_id = '${id}'`,
      timer: `instance_id = ${submissions}`,
      history: `stream like 'cycle/${id}/%'`,
      history_head: `stream like 'cycle/${id}/%'`,
    });
    if (round === 0) continue; // to warm up
    times.push(milliseconds);
    floors.push(floor.milliseconds);
    ({ bytes } = floor);
  }
  const milliseconds = { product: median(times), floor: median(floors) };
  const ratio = milliseconds.product / milliseconds.floor;
  return { figure: 'launch', ratio, limit: 3, units: UNITS, bytes, milliseconds };
}

/**
 * Deadlines of one instant, from that instant until the last effect is committed by one worker process; against one
 * whose jobs write the same effect, history and done rows by bare SQL, one job each.
 */
async function timers(context, client, database, office, unitIds) {
  const cycleId = await prepare(context, office, unitIds);
  for (let left = TIMERS; left > 0; left -= unitIds.length)
    await context
      .get(AssignTasks)
      .execute(
        { unitIds: unitIds.slice(0, left), title: 'Báo cáo', deadline: { dueOn: '2022-10-17' }, cycleId },
        office.by('secretariat', now),
      );
  await client.query(
    `update timer set state = 'cancelled' where state = 'armed' and name <> 'deadline' or kind <> 'task'`,
  );
  await client.query(`update timer set due_at = clock_timestamp() + interval '1 day' where state = 'armed'`);
  const product = await ofWorker(
    'apps/worker/dist/main.js',
    database,
    async () => {
      const { rows } = await client.query(
        `update timer set due_at = date_trunc('milliseconds', clock_timestamp()) + interval '3 seconds'
        where state = 'armed' and kind = 'task' returning due_at`,
      );
      if (rows.length !== TIMERS) throw new Error(`${rows.length} timers instead of ${TIMERS}`);
      return rows[0].due_at;
    },
    client,
  );
  const { rows } = await client.query(`select count(*)::int as count from task_step where kind = 'overdue'`);
  if (rows[0].count !== TIMERS) throw new Error(`${rows[0].count} effects instead of ${TIMERS}`);
  await client.query(`create table floor_instance as select i.id, i.revision, t.unit_id, t.cycle_id from procedure_instance i join task t using (id);
    alter table floor_instance add primary key (id); grant select, update on floor_instance to nhip_app;
    create table floor_step (like task_step including defaults including indexes); grant insert on floor_step to nhip_app;
    analyze floor_instance`);
  const floor = await ofWorker(
    'bench/floor-worker.mjs',
    database,
    async () => {
      const { rows: begun } = await client.query(
        `with made as (insert into outbox (administration_id, key, queue, name, payload)
         select '${office.administrationId}', 'floor/' || id, 'work', 'floor', jsonb_build_object('id', id)
           from floor_instance returning 1)
       select clock_timestamp() as at, count(*) from made`,
      );
      return begun[0].at;
    },
    client,
  );
  return {
    figure: 'timers',
    ratio: product / floor,
    limit: 2,
    timers: TIMERS,
    milliseconds: { product, floor },
  };
}

/** A worker process at work: from the instant `begin` gives until no outbox row is left, in milliseconds. */
async function ofWorker(script, { url }, begin, client) {
  const child = spawn(process.execPath, [script], {
    env: { PATH: process.env.PATH, DATABASE_URL: url, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  try {
    await sleep(6_000);
    const at = await begin();
    for (let tries = 0; ; tries += 1) {
      await sleep(200);
      const { rows } = await client.query(
        `select (select count(*) from timer where state = 'armed' and due_at <= clock_timestamp() + interval '1 minute')
              + (select count(*) from outbox where done_at is null) as left,
                (select max(done_at) from outbox) as last`,
      );
      if (Number(rows[0].left) === 0) return rows[0].last.getTime() - at.getTime();
      if (tries > 600) throw new Error(`${script} did not finish: ${JSON.stringify(await undone(client))}`);
    }
  } finally {
    await end(child);
  }
}

const undone = async (client) =>
  (
    await client.query(
      'select name, sends, error, count(*) from outbox where done_at is null group by 1, 2, 3 limit 5',
    )
  ).rows;

/** The first page of the board, as the secretariat sees it, and a unit's. */
async function board(context, client, database, office, unitIds) {
  await manyTasks(client, office, unitIds, TASKS);
  const folder = await mkdtemp(join(tmpdir(), 'nhip-bench-workflow-'));
  try {
    const token = await signedIn(context, office, { role: 'secretariat', now });
    const model = join(folder, 'statements.json');
    const query = { page: 1, perPage: 25, order: 'ASC', open: true };
    await writeModel(context, token, model, {
      board: (actor) => context.get(ListTasks).execute(query, actor, now),
    });
    const milliseconds = await withServers({ databaseUrl: database.url, token, model }, (measure) =>
      measure({
        path: '/api/tasks?page=1&perPage=25&open=true',
        name: 'board',
        rounds: 5,
        batch: 20,
        check(ours) {
          if (ours.items.length !== 25 || ours.total < TASKS / 2)
            throw new Error(`unexpected board: ${ours.total}`);
        },
      }),
    );
    return {
      figure: 'board-p50',
      ratio: milliseconds.api / milliseconds.floor,
      limit: 3,
      tasks: TASKS,
      milliseconds,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
