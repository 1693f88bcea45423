// One run on one backend: a world is made, people work in it, faults befall it, it is healed, drained and checked.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '@nhip/config/services';
import { openProduct } from '@nhip/core/product';
import { taskProcedures } from '@nhip/core/tasks';
import { IssueProcedure } from '@nhip/core/workflow';
import pg from 'pg';
import { BusinessClock } from './business-clock.mjs';
import { checkAnswers, checkCommands } from './check-commands.mjs';
import { checkHistory } from './check-history.mjs';
import { checkScores } from './check-scores.mjs';
import { checkTimers } from './check-timers.mjs';
import { Client } from './client.mjs';
import { makeInstallation } from './installation.mjs';
import { Nemesis } from './nemesis.mjs';
import { Part } from './parts.mjs';
import { luck } from './random.mjs';
import { Report } from './report.mjs';
import { Database, RedisServer } from './servers.mjs';
import { switches } from './switched-off.mjs';
import { Workload } from './workload.mjs';

/** After healing, so long until nothing is left to be done. */
const DRAINED_WITHIN = 30_000;

/**
 * @param {{ backend: 'redis' | 'postgres', seconds: number, secondsADay: number, tasks: number, seed: number,
 *   off?: keyof typeof switches, sometimes: boolean, say: (line: string) => void, redis: string }} options
 *   `seconds`: of faults; `sometimes`: whether the rare paths must have been gone (I14)
 */
export async function oneRun(options) {
  const { backend, say } = options;
  const folder = mkdtempSync(join(tmpdir(), `nhip-faults-${backend}-`));
  const world = { folder, ends: [] };
  let kept = false;
  try {
    await makeWorld(world, options);
    say(`${backend}: the product runs; ${options.seconds} s of faults follow, seed ${options.seed}`);
    const outcome = await suffer(world, options);
    kept = outcome.report.red;
    if (kept) say(`what was recorded stays in ${folder}`);
    return outcome;
  } finally {
    for (const end of world.ends.toReversed()) await end().catch((error) => say(`ending: ${error.message}`));
    if (!kept) rmSync(folder, { recursive: true, force: true });
  }
}

async function makeWorld(world, { backend, seconds, secondsADay, tasks, seed, off, redis }) {
  const { folder, ends } = world;
  const database = await Database.open(folder);
  ends.push(() => database.discard());
  const installation = await makeInstallation(database.url);
  const superuser = new pg.Pool({ connectionString: installation.database.superuserUrl, max: 3 });
  superuser.on('error', () => undefined);
  ends.push(() => superuser.end());
  if (off !== undefined) await superuser.query(switches[off]);
  const queue = backend === 'redis' ? await RedisServer.open(folder, redis) : queueInPostgres(superuser);
  ends.push(() => queue.stop());
  const env = {
    DATABASE_URL: installation.database.url,
    LOG_LEVEL: 'warn',
    ...(backend === 'redis' && { REDIS_URL: queue.url }),
  };
  const workers = [1, 2].map(
    (n) => new Part({ name: `worker-${n}`, script: 'apps/worker/dist/main.js', env, folder }),
  );
  const apis = [];
  for (const n of [1, 2]) {
    const port = await findFreePort();
    const limits = { RATE_LIMIT_REQUESTS: '1000000', RATE_LIMIT_WRITES: '1000000' };
    const own = { ...env, ...limits, PORT: String(port) };
    apis.push(new Part({ name: `api-${n}`, script: 'apps/api/dist/main.js', env: own, folder, port }));
    apis.at(-1).start();
  }
  for (const part of [...workers, ...apis]) ends.push(() => part.stop());
  for (const worker of workers) worker.start();
  await Promise.all(apis.map((api) => api.untilReady()));

  const random = luck(seed);
  const clock = new BusinessClock(secondsADay);
  const clients = installation.persons.map(
    (person) =>
      new Client({ ...person, ports: apis.map(({ port }) => port), folder, random: random.branch() }),
  );
  ends.push(async () => clients.forEach((client) => client.close()));
  const { wards, office } = installation;
  const collectingDays = Math.max(1, Math.round((seconds * 0.5) / secondsADay));
  const { criteriaSetVersionId } = office;
  Object.assign(world, { installation, database, superuser, queue, workers, apis, random, clock, clients });
  world.workload = new Workload({
    clients,
    wards,
    criteriaSetVersionId,
    clock,
    random,
    tasks,
    collectingDays,
  });
  world.nemesis = new Nemesis({
    workers,
    apis,
    database,
    queue,
    superuser,
    seconds,
    random: random.branch(),
  });
}

/** The queue beside the data: emptied, it has forgotten everything. */
const queueInPostgres = (superuser) => ({
  kind: 'postgres',
  async empty() {
    const { rows } = await superuser.query(
      `select string_agg(format('bullmq.%I', tablename), ', ') as tables from pg_tables
        where schemaname = 'bullmq' and tablename not like '%migration%'`,
    );
    await superuser.query(`truncate ${rows[0].tables}`);
  },
  stop: async () => undefined,
});

async function suffer(world, { backend, seconds, sometimes, say }) {
  const { installation, database, superuser, clock, clients, workload, nemesis } = world;
  const { office } = installation;
  await clock.start(superuser);
  const stalls = watchMachine();
  workload.start();
  const atHalfTime = async () => {
    await sleep((seconds * 1000) / 2);
    workload.cyclesWanted = 2;
    await issueNewVersion(installation);
    workload.share = 1;
  };
  await Promise.all([nemesis.rage(), atHalfTime()]);
  say(`${backend}: ${nemesis.injected} faults; now everything is healed`);
  await nemesis.heal();
  await workload.stop();
  await clock.stop(superuser);
  const healed = Date.now();
  const report = new Report();
  const query = async (text, values) => (await superuser.query(text, values)).rows;
  const drained = await untilDrained(query, healed);
  if (drained === undefined) report.wrong('I13', 'work is left 30 s after everything was healed');
  stalls.stop();
  say(`${backend}: drained; now it is checked`);

  const figures = {};
  const context = { query, clients, clock, nemesis, report, figures, office, stalls: stalls.seen };
  await checkCommands(context);
  checkAnswers(context);
  const timers = await checkTimers(context);
  const entries = await checkHistory(context);
  const scored = await checkScores({ ...context, databaseUrl: installation.database.url });
  const versions = await query(
    `select v.version, count(*)::int as count from procedure_instance i
       join procedure_version v on v.id = i.procedure_version_id where v.code = 'directive' group by 1 order by 1`,
  );
  const commands = clients.flatMap((client) => client.commands);
  const count = (outcome) => commands.filter((command) => command.outcome === outcome).length;
  const rare = {
    resent: timers.resent,
    fenced: nemesis.zombies && fencedIn(database.log, world.workers),
    answeredFromTheLog: clients.reduce((sum, { answeredAgain }) => sum + answeredAgain, 0),
    conflicts: commands.filter(({ status }) => status === 409).length,
  };
  if (sometimes)
    for (const [name, times] of Object.entries(rare))
      if (times === 0) report.wrong('I14', `it never happened in this run: ${name}`);
  Object.assign(figures, {
    acknowledged: count('ok'),
    refused: count('fail'),
    unknown: count('info'),
    entries,
    scored,
    rare,
    drainedMs: drained,
    versions: versions.map(({ version, count }) => `v${version}: ${count}`),
  });
  say(`${backend}: ${JSON.stringify(figures)}`);
  for (const line of report.lines()) say(line);
  const line = `faults backend=${backend} injected=${nemesis.injected} acknowledged=${figures.acknowledged} effects=${timers.effects} lost=${report.counts.lost} duplicated=${report.counts.duplicated} max_lateness_ms=${timers.lateness}`;
  return { report, line };
}

/** At half-time directives get a second version of their procedure: new ones begin on it, the others stay on theirs. */
async function issueNewVersion({ database, office }) {
  const definition = { ...taskProcedures.directive, names: { vi: 'Nhiệm vụ theo kết luận, bản mới' } };
  for (let tries = 0; ; tries += 1) {
    try {
      const product = await openProduct({ url: database.url, pool: 2 });
      try {
        const call = office.system('2022-10-04T01:00:00.000Z');
        await product.get(IssueProcedure).execute({ code: 'directive', definition }, call);
      } finally {
        await product.close();
      }
      return;
    } catch (error) {
      if (tries > 40) throw error;
      await sleep(500);
    }
  }
}

/** Milliseconds from the healing until nothing was due or undone; undefined where that took too long. */
async function untilDrained(query, healed) {
  for (; Date.now() < healed + DRAINED_WITHIN; await sleep(200)) {
    const [{ left }] = await query(
      `select (select count(*) from outbox where done_at is null and failed_at is null)
            + (select count(*) from timer where state = 'armed' and due_at <= business_now()) as left`,
    );
    if (Number(left) === 0) return Date.now() - healed;
  }
  return undefined;
}

/** How often a paused process found on waking that its transaction or its job was no longer its own. */
const fencedIn = (databaseLog, workers) =>
  [databaseLog, ...workers.map((worker) => worker.text())].flatMap(
    (text) => text.match(/idle-in-transaction timeout|Missing lock for job|could not renew lock/gi) ?? [],
  ).length;

/** Moments at which the machine itself did not let even this process run. */
function watchMachine() {
  const seen = [];
  let last = Date.now();
  const timer = setInterval(() => {
    const now = Date.now();
    if (now - last > 100) seen.push({ from: last, to: now });
    last = now;
  }, 20);
  return { seen, stop: () => clearInterval(timer) };
}
