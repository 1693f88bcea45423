// GET of the cycle list (25 rows with total) as a signed-in unit officer, against the same statements (session,
// page with total), prepared, in one read-only transaction by bare pg behind node:http.
import 'reflect-metadata';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { CreateAccounts, ChangeOwnPassword, FindSession, SignIn, tokenHash } from '@nhip/core/people';
import { PlatformModule } from '@nhip/core/platform';
import { entities, featureModules } from '@nhip/core/product';
import { ListReviewCycles, reviewCycleProcedures } from '@nhip/core/review-cycles';
import { openOffice } from '@nhip/core/testing';
import { end, median, recordStatements, withDatabase } from './harness.mjs';
import { manyCycles } from './many-cycles.mjs';

const CYCLES = 400;
const CONCURRENCY = 4;
const ROUNDS = 7;
const BATCH = 250;
const PATH = '/api/review-cycles?page=1&perPage=25';
const now = '2022-10-04T01:00:00.000Z';
const password = 'mot-mat-khau-du-dai-2022';

const procedure = JSON.parse(
  JSON.stringify(reviewCycleProcedures['review-conference-first']),
  (key, value) => (key === 'effects' || key === 'guards' ? [] : value),
);

export default () =>
  withDatabase(async (database) => {
    const folder = await mkdtemp(join(tmpdir(), 'nhip-bench-lists-'));
    const context = await NestFactory.createApplicationContext(
      {
        module: class {},
        imports: [PlatformModule.connect({ url: database.url, pool: 2, entities }), ...featureModules],
      },
      { logger: ['error'] },
    );
    const office = await openOffice(
      { get: (part) => context.get(part) },
      { 'review-conference-first': procedure },
    );
    await manyCycles(context, database, office, CYCLES);
    const token = await signedInOfficer(context, office);
    const model = join(folder, 'statements.json');
    await writeFile(model, JSON.stringify(await modelStatements(context, token)));
    await context.close();

    const [api, floor] = [await freePort(), await freePort()];
    const env = {
      ...process.env,
      DATABASE_URL: database.url,
      LOG_LEVEL: 'error',
      DATABASE_POOL: String(CONCURRENCY),
      RATE_LIMIT_REQUESTS: '1000000',
    };
    const children = [
      spawn(process.execPath, ['apps/api/dist/main.js'], {
        env: { ...env, PORT: String(api) },
        stdio: ['ignore', 'inherit', 'inherit'],
      }),
      spawn(process.execPath, ['bench/floor-server.mjs', model, String(floor)], {
        env,
        stdio: ['ignore', 'inherit', 'inherit'],
      }),
    ];
    try {
      const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY });
      const headers = { cookie: `nhip_session=${token}`, accept: 'application/json' };
      const ours = () => fetchText({ port: api, path: PATH, headers, agent });
      const theirs = () => fetchText({ port: floor, path: '/', headers, agent });
      await untilServing(ours);
      await untilServing(theirs);
      const answer = JSON.parse(await ours());
      if (answer.items.length !== 25 || answer.total !== CYCLES + 1)
        throw new Error(`unexpected list: ${answer.total}`);
      if (JSON.parse(await theirs()).total !== answer.total)
        throw new Error('the floor answers another list');
      const p50 = { api: [], floor: [] };
      await latencies(ours);
      await latencies(theirs);
      for (let round = 0; round < ROUNDS; round += 1) {
        p50.api.push(median(await latencies(ours)));
        p50.floor.push(median(await latencies(theirs)));
      }
      agent.destroy();
      const [apiMs, floorMs] = [median(p50.api), median(p50.floor)];
      return [
        {
          figure: 'cycle-list-p50',
          ratio: apiMs / floorMs,
          limit: 3,
          milliseconds: { api: apiMs, floor: floorMs },
        },
      ];
    } finally {
      await Promise.all(children.map(end));
      await rm(folder, { recursive: true, force: true });
    }
  });

async function signedInOfficer(context, office) {
  const account = {
    userName: 'can-bo-p1',
    fullName: 'Cán bộ P1',
    language: 'vi',
    roles: [{ role: 'unit-officer', unitCode: 'P1', from: '2020-01-01' }],
  };
  const { accounts } = await context.get(CreateAccounts).execute({ accounts: [account] }, office.system(now));
  const [{ initialPassword, id }] = accounts;
  await context
    .get(ChangeOwnPassword)
    .execute(
      { currentPassword: initialPassword, newPassword: password },
      { actor: { ...office.by('unit-officer', now, 'P1').actor, id }, now },
    );
  return (await context.get(SignIn).execute({ userName: account.userName, password }, { now })).token;
}

/** The statements of session and list as the product sends them; the session's own note of being seen left out. */
async function modelStatements(context, token) {
  const session = await context.get(FindSession).execute(tokenHash(token));
  const actor = {
    kind: 'user',
    id: session.accountId,
    administrationId: session.assignment.administrationId,
    role: session.assignment.role,
    assignmentId: session.assignment.id,
    unitIds: session.unitIds,
  };
  await context.get(ListReviewCycles).execute({ page: 1, perPage: 25 }, actor, now);
  const statements = await recordStatements(async () => {
    await context.get(FindSession).execute(tokenHash(token));
    await context.get(ListReviewCycles).execute({ page: 1, perPage: 25 }, actor, now);
  });
  return statements.map(({ text, values }) => {
    const readOnly = text.replace(/touched as \([\s\S]*?interval '1 minute'\),/, '');
    if (/\bupdate\b/.test(readOnly)) throw new Error('a statement of the floor would write');
    return {
      text: readOnly,
      values: values.map((value) => (Buffer.isBuffer(value) ? { hex: value.toString('hex') } : value)),
    };
  });
}

const latencies = async (send) => {
  const times = [];
  let left = BATCH;
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
};

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
      if (tries > 100) throw error;
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
