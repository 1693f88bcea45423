// How late deadlines fire while one worker process runs, against what docs/guarantees.md promises: one second, and one
// more for every 2,000 of the same instant; and how long it takes to catch up after an outage.
import 'reflect-metadata';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { CreateUnits } from '@nhip/core/organisation';
import { openProduct } from '@nhip/core/product';
import { AssignTasks } from '@nhip/core/tasks';
import { openOffice } from '@nhip/core/testing';
import pg from 'pg';
import { end, withDatabase } from './harness.mjs';

/** Deadlines of one instant. */
const TOGETHER = [1, 2_000, 8_000];
const AFTER_OUTAGE = 4_000;
const OUTAGE = 5_000;
const now = '2022-10-04T01:00:00.000Z';
const promised = (timers) => 1_000 + timers / 2;

export default () =>
  withDatabase(async (database) => {
    const client = new pg.Client({ connectionString: database.superuserUrl });
    await client.connect();
    try {
      await assign(
        database,
        [...TOGETHER, AFTER_OUTAGE].reduce((sum, timers) => sum + timers),
      );
      await client.query(`update timer set state = 'cancelled' where name <> 'deadline'`);
      await client.query(
        `update timer set due_at = clock_timestamp() + interval '1 day' where state = 'armed'`,
      );
      await client.query('vacuum analyze');
      return await measure(client, database);
    } finally {
      await client.end();
    }
  });

async function assign(database, count) {
  const context = await openProduct({ url: database.url, pool: 2 });
  const office = await openOffice({ get: (part) => context.get(part) });
  const units = Array.from({ length: 2_000 }, (_, n) => ({
    code: `X${n}`,
    names: { vi: `Đơn vị số ${n}` },
    unitType: 'ward',
    peerGroupCode: 'PHUONG',
    from: '2020-01-01',
  }));
  const { ids } = await context.get(CreateUnits).execute({ units }, office.system('2022-01-01T00:00:00Z'));
  for (let left = count; left > 0; left -= ids.length)
    await context
      .get(AssignTasks)
      .execute(
        { unitIds: ids.slice(0, left), title: 'Báo cáo', deadline: { dueOn: '2022-10-17' } },
        office.by('secretariat', now),
      );
  await context.close();
}

async function measure(client, database) {
  const figures = [];
  let worker = await startWorker(database);
  try {
    for (const timers of TOGETHER) {
      const { at, ids } = await arm(client, timers, '3 seconds');
      figures.push(await figureOf(client, `timers-${timers}`, ids, at));
    }
    worker.child.kill('SIGKILL');
    await once(worker.child, 'exit');
    const { ids, at } = await arm(client, AFTER_OUTAGE, '1 second');
    await sleep(at - Date.now() + OUTAGE);
    worker = await startWorker(database);
    figures.push(await figureOf(client, 'after-outage', ids, worker.workingSince));
  } finally {
    if (worker.child.signalCode === null) await end(worker.child);
  }
  return figures;
}

/** So many deadlines that have not been due yet are due at one instant: which, and when, by the machine's clock. */
async function arm(client, timers, ahead) {
  const { rows } = await client.query(
    `update timer t set due_at = moment.at
       from (select date_trunc('milliseconds', clock_timestamp()) + $2::interval as at) moment
      where id in (select id from timer where state = 'armed' order by id limit $1)
     returning id, due_at`,
    [timers, ahead],
  );
  if (rows.length !== timers) throw new Error(`${rows.length} deadlines instead of ${timers}`);
  return { ids: rows.map(({ id }) => id), at: rows[0].due_at.getTime() };
}

/** Waits until all that fell due has its effect; the latest fired and the latest effect, from a moment on. */
async function figureOf(client, figure, ids, since) {
  for (let tries = 0; ; tries += 1) {
    await sleep(250);
    const { rows } = await client.query(
      `select count(*) filter (where state = 'fired')::int as fired, min(fired_at - due_at) < interval '0' as early,
              max(fired_at) as last, (select count(*)::int from outbox where done_at is null) as undone,
              (select max(done_at) from outbox) as done
         from timer where id = any($1)`,
      [ids],
    );
    const [{ fired, early, last, undone, done }] = rows;
    if (early) throw new Error('A deadline fired before it was due.');
    if (fired === ids.length && undone === 0) {
      const milliseconds = { fired: last.getTime() - since, done: done.getTime() - since };
      const limit = promised(ids.length);
      return { figure, ratio: milliseconds.fired / limit, limit: 1, promised: limit, milliseconds };
    }
    if (tries > 480) throw new Error(`${fired} of ${ids.length} fired, ${undone} jobs undone`);
  }
}

/** A worker process that says it works. */
async function startWorker({ url }) {
  const child = spawn(process.execPath, ['apps/worker/dist/main.js'], {
    env: { PATH: process.env.PATH, DATABASE_URL: url, LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.includes('"working"')) continue;
    child.stdout.resume();
    return { child, workingSince: Date.now() };
  }
  throw new Error('The worker ended before it worked.');
}
