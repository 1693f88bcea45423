// The world of a run: servers, processes, people, what they are to do and what is to befall them.
import { findFreePort } from '@nhip/config/services';
import pg from 'pg';
import { BusinessClock } from './business-clock.mjs';
import { Client } from './client.mjs';
import { EvidenceFolder } from './evidence-folder.mjs';
import { makeInstallation } from './installation.mjs';
import { MailSink } from './mail-sink.mjs';
import { Nemesis } from './nemesis.mjs';
import { Part } from './parts.mjs';
import { luck } from './random.mjs';
import { Database, queueInPostgres, RedisServer } from './servers.mjs';
import { switches } from './switched-off.mjs';
import { Workload } from './workload.mjs';

/** Fills `world`, step by step; how to end each part of it stands in `world.ends`. */
export async function makeWorld(world, { backend, seconds, secondsADay, tasks, seed, off, redis }) {
  const { folder, ends } = world;
  const database = await Database.open(folder);
  ends.push(() => database.discard());
  const installation = await makeInstallation(database.url);
  const superuser = new pg.Pool({ connectionString: installation.database.superuserUrl, max: 3 });
  superuser.on('error', () => undefined);
  ends.push(() => superuser.end());
  if (off !== undefined) await superuser.query(switches[off].sql);
  const clock = new BusinessClock(secondsADay);
  await clock.prepare(superuser);
  const queue = backend === 'redis' ? await RedisServer.open(folder, redis) : queueInPostgres(superuser);
  ends.push(() => queue.stop());
  const mail = await MailSink.open();
  ends.push(() => mail.close());
  const evidence = new EvidenceFolder(folder);
  ends.push(async () => evidence.close());
  const env = {
    DATABASE_URL: installation.database.url,
    EVIDENCE_DIR: evidence.path,
    LOG_LEVEL: 'warn',
    ...(backend === 'redis' && { REDIS_URL: queue.url }),
  };
  const mailing = { SMTP_URL: mail.url, MAIL_FROM: 'nhip@example.vn', PUBLIC_URL: 'http://127.0.0.1' };
  const workers = [1, 2].map(
    (n) =>
      new Part({
        name: `worker-${n}`,
        script: 'apps/worker/dist/main.js',
        env: { ...env, ...mailing },
        folder,
      }),
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
  const clients = installation.persons.map(
    (person) =>
      new Client({ ...person, ports: apis.map(({ port }) => port), folder, random: random.branch() }),
  );
  ends.push(async () => clients.forEach((client) => client.close()));
  const { wards, office } = installation;
  const collectingDays = Math.max(1, Math.round((seconds * 0.5) / secondsADay));
  const { criteriaSetVersionId } = office;
  Object.assign(world, { installation, database, superuser, workers, apis, mail, evidence, clock, clients });
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
    mail,
    evidence,
    superuser,
    seconds,
    random: random.branch(),
  });
}
