// One run on one backend: a world is made, people work in it, faults befall it, it is healed, drained and checked.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openProduct } from '@nhip/core/product';
import { taskProcedures } from '@nhip/core/tasks';
import { IssueProcedure } from '@nhip/core/workflow';
import { checkAnswers, checkCommands } from './check-commands.mjs';
import { checkEvidence } from './check-evidence.mjs';
import { checkHistory } from './check-history.mjs';
import { checkMail } from './check-mail.mjs';
import { checkSchedules } from './check-schedules.mjs';
import { checkScores } from './check-scores.mjs';
import { checkTimers } from './check-timers.mjs';
import { untilDrained, untilMailed } from './drain.mjs';
import { Report } from './report.mjs';
import { watchMachine } from './watch-machine.mjs';
import { makeWorld } from './world.mjs';

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
    const outcome = await Promise.race([suffer(world, options), toldToEnd()]);
    kept = outcome.report.red;
    if (kept) say(`what was recorded stays in ${folder}`);
    return outcome;
  } finally {
    for (const end of world.ends.toReversed()) await end().catch((error) => say(`ending: ${error.message}`));
    if (!kept) rmSync(folder, { recursive: true, force: true });
  }
}

/** Whoever ends a run early leaves no process and no file system behind. */
const toldToEnd = () =>
  new Promise((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM'])
      process.once(signal, () => reject(new Error(`The run was ended by ${signal}.`)));
  });

async function suffer(world, { backend, seconds, sometimes, off, say }) {
  const { installation, database, superuser, clock, clients, workload, nemesis, mail, evidence } = world;
  if (!evidence.small)
    say(`${backend}: only root on Linux can mount a small file system: no disk runs full in this run`);
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
  if (off === undefined) await untilMailed(query, world.workers);
  say(`${backend}: drained; now it is checked`);

  const figures = {};
  const checked = { query, clients, clock, nemesis, report, figures, office, mail, evidence };
  const context = { ...checked, stalls: stalls.seen, outboxKnows: off !== 'outbox' };
  await checkCommands(context);
  checkAnswers(context);
  const timers = await checkTimers(context);
  const runs = await checkSchedules(context);
  const mailed = off === undefined ? await checkMail(context) : undefined;
  const files = await checkEvidence(context);
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
    killedAtStart: nemesis.counts['kill-at-start'] ?? 0,
    jobsLost: nemesis.counts['lose-jobs'] ?? 0,
    mailTurnedAway: mail.turnedAway,
    ...(evidence.small && { filesRefused: refusedFiles(clients) }),
  };
  if (sometimes)
    for (const [name, times] of Object.entries(rare))
      if (times === 0) report.wrong('I14', `it never happened in this run: ${name}`);
  Object.assign(figures, {
    acknowledged: count('ok'),
    refused: count('fail'),
    unknown: count('info'),
    kinds: new Set(commands.map(({ kind }) => kind)).size,
    entries,
    scored,
    runs,
    mailed,
    files,
    faults: nemesis.counts,
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
      if (tries > 240) throw error;
      await sleep(500);
    }
  }
}

/** How often a file found no room. */
const refusedFiles = (clients) =>
  clients.flatMap(({ attempts }) => attempts).filter(({ status }) => status === 507).length;

/** How often a paused process found on waking that its transaction or its job was no longer its own. */
const fencedIn = (databaseLog, workers) =>
  [databaseLog, ...workers.map((worker) => worker.text())].flatMap(
    (text) => text.match(/idle-in-transaction timeout|Missing lock for job|could not renew lock/gi) ?? [],
  ).length;
