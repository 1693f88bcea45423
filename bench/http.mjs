// What benchmarks over HTTP share: the product's API and the floor beside it, and latencies of both.
import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { createServer } from 'node:net';
import { ChangeOwnPassword, CreateAccounts, FindSession, SignIn, tokenHash } from '@nhip/core/people';
import { end, median, recordStatements } from './harness.mjs';

const CONCURRENCY = 4;
const password = 'mot-mat-khau-du-dai-2022';

/**
 * The API, and `floor-server.mjs` with the statements in the file `model`, on the same database; `measure` asks both for
 * `path` in turns and gives the median of the medians.
 */
export async function withServers({ databaseUrl, token, model }, work) {
  const [api, floor] = [await freePort(), await freePort()];
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'error',
    DATABASE_POOL: String(CONCURRENCY),
    RATE_LIMIT_REQUESTS: '1000000',
  };
  const stdio = ['ignore', 'inherit', 'inherit'];
  const children = [
    spawn(process.execPath, ['apps/api/dist/main.js'], { env: { ...env, PORT: String(api) }, stdio }),
    spawn(process.execPath, ['bench/floor-server.mjs', model, String(floor)], { env, stdio }),
  ];
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY });
  const headers = { cookie: `nhip_session=${token}`, accept: 'application/json' };
  try {
    return await work(async ({ path, name, rounds, batch, check }) => {
      const ours = () => fetchText({ port: api, path, headers, agent });
      const theirs = () => fetchText({ port: floor, path: `/${name}`, headers, agent });
      await untilServing(ours);
      await untilServing(theirs);
      check(JSON.parse(await ours()), JSON.parse(await theirs()));
      const p50 = { api: [], floor: [] };
      await latencies(ours, batch);
      await latencies(theirs, batch);
      for (let round = 0; round < rounds; round += 1) {
        p50.api.push(median(await latencies(ours, batch)));
        p50.floor.push(median(await latencies(theirs, batch)));
      }
      return { api: median(p50.api), floor: median(p50.floor) };
    });
  } finally {
    agent.destroy();
    await Promise.all(children.map(end));
  }
}

/** A signed-in person with one role; `unitCode` for roles of a unit. */
export async function signedIn(context, office, { role, unitCode, now }) {
  const account = {
    userName: `${role}-bench`,
    fullName: 'Cán bộ đo',
    language: 'vi',
    roles: [{ role, ...(unitCode && { unitCode }), from: '2020-01-01' }],
  };
  const { accounts } = await context.get(CreateAccounts).execute({ accounts: [account] }, office.system(now));
  const [{ initialPassword, id }] = accounts;
  const actor = office.by(role, now, ...(unitCode ? [unitCode] : [])).actor;
  await context
    .get(ChangeOwnPassword)
    .execute({ currentPassword: initialPassword, newPassword: password }, { actor: { ...actor, id }, now });
  return (await context.get(SignIn).execute({ userName: account.userName, password }, { now })).token;
}

/**
 * The statements of session and query as the product sends them, by name, into the file `model`; the session's own note
 * of being seen is left out. `queries`: name → (actor) => work.
 */
export async function writeModel(context, token, model, queries) {
  const session = await context.get(FindSession).execute(tokenHash(token));
  const actor = {
    kind: 'user',
    id: session.accountId,
    administrationId: session.assignment.administrationId,
    role: session.assignment.role,
    assignmentId: session.assignment.id,
    unitIds: session.unitIds,
  };
  const statements = {};
  for (const [name, query] of Object.entries(queries)) {
    await query(actor);
    const sent = await recordStatements(async () => {
      await context.get(FindSession).execute(tokenHash(token));
      await query(actor);
    });
    statements[name] = sent.map(({ text, values }) => {
      const readOnly = text.replace(/touched as \([\s\S]*?interval '1 minute'\),/, '');
      if (/\bupdate\b/.test(readOnly)) throw new Error('a statement of the floor would write');
      return {
        text: readOnly,
        values: values.map((value) => (Buffer.isBuffer(value) ? { hex: value.toString('hex') } : value)),
      };
    });
  }
  await writeFile(model, JSON.stringify(statements));
}

async function latencies(send, batch) {
  const times = [];
  let left = batch;
  await Promise.all(
    Array.from({ length: CONCURRENCY }, async () => {
      while (left-- > 0) {
        const started = process.hrtime.bigint();
        await send();
        times.push(Number(process.hrtime.bigint() - started) / 1e6);
      }
    }),
  );
  return times;
}

function fetchText(options) {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', ...options }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part) => (text += part));
      response.on('end', () =>
        response.statusCode === 200 ? resolve(text) : reject(new Error(`${response.statusCode} ${text}`)),
      );
    }).on('error', reject);
  });
}

async function untilServing(send) {
  for (let tries = 0; ; tries += 1) {
    try {
      return await send();
    } catch (error) {
      if (tries > 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
