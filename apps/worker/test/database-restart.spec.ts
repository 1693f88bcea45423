import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startPostgres, type PostgresServer } from '@nhip/config/services';
import { prepareTemplate } from '@nhip/core/testing';
import { Probe, type BackendName } from './probe.js';

const folder = mkdtempSync(join(tmpdir(), 'nhip-restart-'));
const shared = process.env['NHIP_TEST_POSTGRES_URL'];
let server: PostgresServer;

const start = (port?: number) =>
  startPostgres({ folder: join(folder, 'postgres'), settings: { fsync: 'off' }, ...(port && { port }) });

/** A cluster of its own: it is killed. What was committed must be there afterwards, so its commits do wait. */
beforeAll(async () => {
  server = await start();
  process.env['NHIP_TEST_POSTGRES_URL'] = server.url;
  await prepareTemplate();
});
afterAll(async () => {
  process.env['NHIP_TEST_POSTGRES_URL'] = shared;
  await server?.discard();
  rmSync(folder, { recursive: true, force: true });
});

/** Kills the server's main process as a lack of memory would, and starts it again at the same address. */
async function killAndRestart(downFor: number): Promise<void> {
  const [pid] = readFileSync(join(server.dataFolder, 'postmaster.pid'), 'utf8').split('\n', 1);
  process.kill(Number(pid), 'SIGKILL');
  while (server.alive()) await sleep(20);
  await sleep(downFor);
  const { port } = server;
  server = await start(port);
  expect(server.port).toBe(port);
}

describe.each<BackendName>(['postgres', 'redis'])(
  'a worker whose PostgreSQL is killed, its queue in %s',
  (queue) => {
    let probe: Probe;
    beforeAll(async () => {
      probe = await Probe.open(queue, 8);
    });
    afterAll(() => probe?.close());

    it('goes on by itself when it is back: nothing is lost and nothing happens twice', async () => {
      const worker = await probe.startWorker();
      const soon = await probe.open(80, 1);
      const whileDown = await probe.open(40, 2_000);
      await probe.untilNoted(soon, 10);
      await killAndRestart(2_500);
      const back = Date.now();
      const later = await probe.open(40, 500);
      const all = [...soon, ...whileDown, ...later];
      await probe.untilNoted(all);
      expect(Date.now() - back).toBeLessThan(30_000);
      expect({ exit: worker.exitCode, signal: worker.signalCode }).toEqual({ exit: null, signal: null });

      await killAndRestart(0);
      const again = await probe.open(20, 1);
      await probe.untilNoted(again);
      const notes = await probe.notes();
      expect([...all, ...again].filter((id) => notes.get(id) !== 1)).toEqual([]);
      expect(await probe.undone()).toEqual([]);
    });
  },
);
