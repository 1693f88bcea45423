import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { insertOutbox, MAX_SENDS, type OutboxRow } from '@nhip/core/jobs';
import { randomIds } from '@nhip/core/platform';
import { DomainError } from '@nhip/core/shared';
import { createTestDatabase, type TestDatabase } from '@nhip/core/testing';
import pg from 'pg';
import { pino } from 'pino';
import { z } from 'zod';
import { relay } from '../src/loops/relay.js';
import { openBackend } from '../src/queue/backend.js';
import { Dispatcher } from '../src/queue/dispatcher.js';
import { handler, Handlers } from '../src/queue/handlers.js';
import { Senders } from '../src/queue/senders.js';
import { sqlOf } from '../src/queue/sql-of.js';

const ADMINISTRATION = randomIds.next();
const kind = { name: 'spec.do', queue: 'work' as const, payload: z.strictObject({ id: z.string() }) };
const silent = pino({ level: 'silent' });

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 4 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

beforeEach(async () => {
  await pool.query('delete from outbox');
  await insertOutbox(sqlOf(pool), ADMINISTRATION, [
    { key: 'spec.do/1', kind, payload: { id: '1' } },
    { key: 'spec.do/2', kind, payload: { id: '2' } },
  ]);
});

const rows = async () =>
  (
    await pool.query<{ sends: number; sent: boolean; failed: boolean; error: string | null; done: boolean }>(
      `select sends, sent_at is not null as sent, failed_at is not null as failed, error, done_at is not null as done
         from outbox order by key`,
    )
  ).rows;
const untouched = { sends: 0, sent: false, failed: false, error: null, done: false };

describe('the relay', () => {
  it('hands rows over once, and again only after their time', async () => {
    const sent: OutboxRow[] = [];
    const send = async (batch: readonly OutboxRow[]) => void sent.push(...batch);
    expect((await relay(pool, send)).sent).toBe(2);
    expect((await relay(pool, send)).sent).toBe(0);
    expect(sent.map(({ key, sends, payload }) => [key, sends, payload]).sort()).toEqual([
      ['spec.do/1', 0, { id: '1' }],
      ['spec.do/2', 0, { id: '2' }],
    ]);
    await pool.query(`update outbox set resend_at = clock_timestamp()`);
    expect((await relay(pool, send)).sent).toBe(2);
    expect(sent.at(-1)?.sends).toBe(1);
  });

  it('shares the rows with other relays at work', async () => {
    const batches = await Promise.all([
      relay(pool, async () => undefined),
      relay(pool, async () => undefined),
    ]);
    expect(batches.reduce((sum, { sent }) => sum + sent, 0)).toBe(2);
  });

  it('outlives the loss of its connection while the queue takes the jobs', async () => {
    const send = async () => {
      await pool.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and state = 'idle in transaction'`);
      await sleep(100);
    };
    await expect(relay(pool, send)).rejects.toThrow(/not queryable|terminat/i);
    expect(await rows()).toEqual([untouched, untouched]);
    expect((await relay(pool, async () => undefined)).sent).toBe(2);
  });

  it('rolls back when the queue refuses', async () => {
    await expect(relay(pool, () => Promise.reject(new Error('queue is away')))).rejects.toThrow(
      'queue is away',
    );
    expect(await rows()).toEqual([untouched, untouched]);
  });

  it('rolls back within two seconds when the queue hangs, and holds no row', async () => {
    const began = Date.now();
    await expect(relay(pool, () => new Promise(() => undefined))).rejects.toThrow('did not take the jobs');
    expect(Date.now() - began).toBeLessThan(2_500);
    expect(await rows()).toEqual([untouched, untouched]);
    expect((await relay(pool, async () => undefined)).sent).toBe(2);
  });

  it('rolls back when a real Redis takes the connection and says nothing', async () => {
    const server: Server = createServer((socket) => void socket.resume());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const backend = openBackend({
      databaseUrl: database.url,
      redisUrl: `redis://127.0.0.1:${port}`,
      pool: 3,
    });
    const senders = new Senders(backend, silent);
    try {
      await expect(relay(pool, (batch) => senders.send(batch))).rejects.toThrow('did not take the jobs');
      expect(await rows()).toEqual([untouched, untouched]);
    } finally {
      await senders.close();
      await backend.close();
      server.close();
    }
  });

  it('gives up on a row sent too often, which then waits with its error', async () => {
    await pool.query(
      `update outbox set sends = $1, resend_at = clock_timestamp(), error = 'last' where key like '%1'`,
      [MAX_SENDS],
    );
    expect((await relay(pool, async () => undefined)).sent).toBe(1);
    expect((await rows())[0]).toMatchObject({ failed: true, error: 'last', done: false });
  });
});

describe('the dispatcher', () => {
  const deliver = async (run: () => Promise<unknown>) => {
    const handlers = new Handlers([{ handlers: [handler(kind, run)] }], [kind]);
    const clock = { now: async () => '2022-10-11T07:00:00.000Z' } as never;
    const data = { key: 'spec.do/1', administrationId: ADMINISTRATION, payload: { id: '1' } };
    await new Dispatcher(handlers, clock, sqlOf(pool), silent).run({ name: 'spec.do', data });
  };

  it('keeps the error of an attempt, for the relay to send it again', async () => {
    await expect(deliver(() => Promise.reject(new Error('mail server away')))).rejects.toThrow('mail server');
    expect((await rows())[0]).toMatchObject({ failed: false, error: 'Error: mail server away' });
  });

  it('fails a job for good that the domain refuses', async () => {
    await expect(deliver(() => Promise.reject(new DomainError('NOT_FOUND')))).rejects.toThrow('NOT_FOUND');
    expect((await rows())[0]).toMatchObject({ failed: true });
  });
});
