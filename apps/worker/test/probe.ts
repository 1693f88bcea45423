import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { defineJob, job } from '@nhip/core/jobs';
import { randomIds, UnitOfWork, type Call } from '@nhip/core/platform';
import { addMs, day, instant } from '@nhip/core/shared';
import { openTestProduct, systemCall, type TestProduct } from '@nhip/core/testing';
import { IssueProcedure, Registries, WorkflowEngine } from '@nhip/core/workflow';
import { Redis } from 'ioredis';
import pg from 'pg';
import { z } from 'zod';
import { openBackend, type Backend } from '../src/queue/backend.js';

export type BackendName = 'postgres' | 'redis';

export const redisUrl = (): string => {
  const url = process.env['NHIP_TEST_REDIS_URL'];
  if (url === undefined) throw new Error('NHIP_TEST_REDIS_URL is not set: run `npm test -- worker`.');
  return url;
};

const PATIENCE = 60_000;
const ADMINISTRATION = randomIds.next();
const runBulk = defineJob({
  name: 'probe.run-bulk',
  queue: 'bulk',
  payload: z.strictObject({ id: z.uuid() }),
});

/** A product on a database of its own whose only business is `probe`: instances with one timer and one effect. */
export class Probe {
  private readonly children: ChildProcess[] = [];
  private procedureVersionId = '';

  private constructor(
    readonly product: TestProduct,
    readonly superuser: pg.Pool,
    readonly backend: Backend,
    private readonly redis: string | undefined,
  ) {}

  /** @param redisDatabase apart from that of another spec at the same time */
  static async open(backendName: BackendName, redisDatabase = 0): Promise<Probe> {
    const product = await openTestProduct();
    const superuser = new pg.Pool({ connectionString: product.database.superuserUrl, max: 2 });
    superuser.on('error', () => undefined);
    await superuser.query(`create table probe_note (instance_id uuid not null, by text not null);
      grant select, insert on probe_note to nhip_app`);
    const redis = backendName === 'redis' ? new URL(`/${redisDatabase}`, redisUrl()).href : undefined;
    const backend = openBackend({ databaseUrl: product.database.url, redisUrl: redis, pool: 4 });
    const probe = new Probe(product, superuser, backend, redis);
    await probe.emptyQueue();
    await probe.issue();
    return probe;
  }

  private async issue(): Promise<void> {
    const registries = this.product.get(Registries);
    registries.owner(
      'probe',
      async (_tx, ids) => new Map(ids.map((id) => [id, { stream: `probe/${id}`, record: { id } }])),
    );
    registries.effect('probe.note', async () => undefined);
    const definition = {
      kind: 'task' as const,
      names: { vi: 'Việc thử' },
      initial: 'open',
      states: {
        open: {
          names: { vi: 'Đang mở' },
          owner: 'unit-officer' as const,
          on: { expire: { to: 'expired', effects: ['probe.note'] } },
          timers: { due: { from: 'due', event: 'expire' } },
        },
        expired: { names: { vi: 'Hết hạn' }, final: true },
      },
    };
    const issued = await this.product.get(IssueProcedure).execute({ code: 'probe', definition }, this.call());
    this.procedureVersionId = issued.id;
  }

  call(): Call {
    return systemCall(new Date().toISOString(), ADMINISTRATION);
  }

  /** Instances whose one timer is due in so many milliseconds. */
  async open(count: number, dueIn: number): Promise<string[]> {
    const call = this.call();
    const ids = Array.from({ length: count }, () => randomIds.next());
    const due = { on: day('2022-10-17'), at: addMs(instant(call.now), dueIn) };
    await this.product.get(UnitOfWork).run(call, (tx) =>
      this.product.get(WorkflowEngine).start(tx, {
        kind: 'probe',
        procedureVersionId: this.procedureVersionId,
        items: ids.map((id) => ({ id, deadlines: { due } })),
        action: 'probe.opened',
      }),
    );
    return ids;
  }

  /** Jobs of the bulk queue, one an id. */
  async enqueue(ids: readonly string[]): Promise<void> {
    await this.product.get(UnitOfWork).run(this.call(), async (tx) => {
      tx.enqueue(ids.map((id) => job(runBulk, id, { id })));
    });
  }

  /** A worker process; resolves once it works. */
  async startWorker(more: Readonly<Record<string, string>> = {}): Promise<ChildProcess> {
    const child = spawn(process.execPath, [fileURLToPath(new URL('probe-worker.mjs', import.meta.url))], {
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: this.product.database.url,
        REDIS_URL: this.redis,
        ...more,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.children.push(child);
    if (child.stdout === null) throw new Error('no output to wait for');
    const ended = once(child, 'exit').then(() => Promise.reject(new Error('the worker ended at once')));
    await Promise.race([once(child.stdout, 'data'), ended]);
    ended.catch(() => undefined);
    child.stdout.resume();
    return child;
  }

  async stopWorkers(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const running = this.children.filter((child) => child.exitCode === null && child.signalCode === null);
    await Promise.all(
      running.map(async (child) => {
        const ended = once(child, 'exit');
        child.kill(signal);
        await ended;
      }),
    );
  }

  /** All that the queue knows is gone. */
  async emptyQueue(): Promise<void> {
    if (this.redis === undefined) {
      const { rows } = await this.superuser.query<{ tables: string }>(
        `select string_agg(format('bullmq.%I', tablename), ', ') as tables from pg_tables
          where schemaname = 'bullmq' and tablename not like '%migration%'`,
      );
      await this.superuser.query(`truncate ${rows[0]?.tables}`);
    } else {
      const redis = new Redis(this.redis);
      await redis.flushdb();
      redis.disconnect();
    }
  }

  async notes(): Promise<Map<string, number>> {
    const rows = await this.product.reader.rows<{ id: string; count: number }>(
      'select instance_id as id, count(*)::int as count from probe_note group by 1',
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  /** Waits until so many of the ids have a note; says what is undone where that takes too long. */
  async untilNoted(ids: readonly string[], atLeast = ids.length): Promise<void> {
    for (const giveUpAt = Date.now() + PATIENCE; Date.now() < giveUpAt; await sleep(50)) {
      const notes = await this.notes();
      if (ids.filter((id) => notes.has(id)).length >= atLeast) return;
    }
    throw new Error(`Not noted within ${PATIENCE} ms: ${JSON.stringify(await this.undone())}`);
  }

  /** What is still to be done, with what went wrong. */
  undone(): Promise<unknown[]> {
    return this.product.reader.rows(
      'select key, sends, error, failed_at from outbox where done_at is null order by key',
    );
  }

  async close(): Promise<void> {
    await this.stopWorkers('SIGKILL');
    await this.backend.close();
    await this.superuser.end();
    await this.product.close();
  }
}
