import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OutboxRow } from '@nhip/core/jobs';
import { sweepTimers } from '@nhip/core/workflow';
import { pino } from 'pino';
import { relay } from '../src/loops/relay.js';
import { Senders } from '../src/queue/senders.js';
import { Probe, type BackendName } from './probe.js';
import pg from 'pg';

/** What must hold whichever queue is used: nothing is lost and nothing happens twice. */
export function recoverySpecs(backendName: BackendName): void {
  describe(`on ${backendName}`, () => {
    let probe: Probe;
    let pool: pg.Pool;
    beforeAll(async () => {
      probe = await Probe.open(backendName);
      pool = new pg.Pool({ connectionString: probe.product.database.url, max: 2 });
    });
    afterEach(() => probe.stopWorkers());
    afterAll(async () => {
      await pool.end();
      await probe.close();
    });

    async function expectOnce(ids: readonly string[]): Promise<void> {
      const notes = await probe.notes();
      expect(ids.filter((id) => notes.get(id) !== 1)).toEqual([]);
      const entries = await probe.product.reader.rows<{ id: string; revisions: number[] }>(
        `select subject_id as id, array_agg(revision::int order by revision) as revisions
           from history where subject_kind = 'probe' and subject_id = any($1) group by 1`,
        [ids],
      );
      expect(entries.filter(({ revisions }) => revisions.join() !== '1,2')).toEqual([]);
      expect(await probe.undone()).toEqual([]);
    }

    const senders = () => new Senders(probe.backend, pino({ level: 'silent' }));

    it('fires each timer once, never before its time, with two workers at it', async () => {
      await probe.startWorker();
      await probe.startWorker();
      const ids = await probe.open(200, 1_500);
      await probe.untilNoted(ids);
      await expectOnce(ids);
      const [early] = await probe.product.reader.rows<{ early: number; late: number }>(
        `select count(*) filter (where fired_at < due_at)::int as early,
                max(extract(epoch from fired_at - due_at))::float8 as late from timer`,
      );
      expect(early?.early).toBe(0);
      // Seconds: by the sweep of their moment, not by a later one that finds them forgotten.
      expect(early?.late).toBeLessThan(3);
    });

    it('does a job once however often it is delivered', async () => {
      const ids = await probe.open(60, 1);
      await sleep(20);
      expect(await sweepTimers(probe.product.reader, 1000)).toBe(60);
      const rows = await probe.product.reader.rows<OutboxRow>(
        `select key, administration_id as "administrationId", queue, name, payload, 0 as sends from outbox where done_at is null`,
      );
      const sending = senders();
      for (const sends of [0, 1, 2, 3]) await sending.send(rows.map((row) => ({ ...row, sends })));
      await sending.close();
      await probe.startWorker();
      await probe.startWorker();
      await probe.untilNoted(ids);
      await probe.stopWorkers();
      await expectOnce(ids);
    });

    it('loses nothing when the queue is emptied', async () => {
      const ids = await probe.open(100, 1);
      const jobs = Array.from({ length: 20 }, () => crypto.randomUUID());
      await probe.enqueue(jobs);
      await sleep(20);
      await sweepTimers(probe.product.reader, 1000);
      const sending = senders();
      // What fell due together is one job.
      expect((await relay(pool, (rows) => sending.send(rows))).sent).toBe(1 + jobs.length);
      await sending.close();
      await probe.emptyQueue();
      await probe.startWorker();
      await probe.untilNoted([...ids, ...jobs], 10);
      await probe.emptyQueue();
      await probe.untilNoted([...ids, ...jobs]);
      await probe.stopWorkers();
      await expectOnce(ids);
      const notes = await probe.notes();
      expect(jobs.filter((id) => notes.get(id) !== 1)).toEqual([]);
    });

    it('loses nothing and does nothing twice when workers are killed', async () => {
      const ids = await probe.open(240, 1);
      for (const share of [20, 90, 160]) {
        await probe.startWorker();
        await probe.untilNoted(ids, share);
        await probe.stopWorkers('SIGKILL');
      }
      expect((await probe.notes()).size).toBeLessThan(1_000);
      await probe.startWorker();
      await probe.untilNoted(ids);
      await probe.stopWorkers();
      await expectOnce(ids);
    });

    it('ends by itself when told to, finishing what it had begun', async () => {
      const worker = await probe.startWorker();
      const ids = await probe.open(40, 1);
      await probe.untilNoted(ids, 5);
      const asked = Date.now();
      await probe.stopWorkers('SIGTERM');
      expect(Date.now() - asked).toBeLessThan(5_000);
      expect(worker.signalCode ?? worker.exitCode).not.toBe('SIGKILL');
      const notes = await probe.notes();
      expect(ids.filter((id) => (notes.get(id) ?? 0) > 1)).toEqual([]);
      await probe.startWorker();
      await probe.untilNoted(ids);
      await probe.stopWorkers();
      await expectOnce(ids);
    });
  });
}
