// The built worker with one feature more, as a process that a spec can kill: `node probe-worker.mjs`.
import { Inject, Module } from '@nestjs/common';
import { defineJob } from '@nhip/core/jobs';
import { UnitOfWork } from '@nhip/core/platform';
import { Registries } from '@nhip/core/workflow';
import { z } from 'zod';
import { createWorker } from '../dist/create-worker.js';
import { createLog } from '../dist/log.js';
import { handler } from '../dist/queue/handlers.js';
import { Schedules } from '../dist/schedules.js';

const { DATABASE_URL, REDIS_URL, SMTP_URL, LOG_LEVEL = 'error' } = process.env;

const note = (tx, id, by) =>
  tx.rows('insert into probe_note (instance_id, by) select $1, $2 from pg_sleep(0.01)', [id, by]);

const runBulk = defineJob({
  name: 'probe.run-bulk',
  queue: 'bulk',
  payload: z.strictObject({ id: z.uuid() }),
});

class ProbeModule {
  constructor(registries) {
    registries.owner(
      'probe',
      async (_tx, ids) => new Map(ids.map((id) => [id, { stream: `probe/${id}`, record: { id } }])),
    );
    registries.effect('probe.note', async (tx, items) => {
      for (const { id } of items) await note(tx, id, 'timer');
    });
  }
}
Inject(Registries)(ProbeModule, undefined, 0);
Module({})(ProbeModule);

class ProbeProcessor {
  handlers = [handler(runBulk, ({ id }, call) => this.unitOfWork.run(call, (tx) => note(tx, id, 'job')))];
  constructor(unitOfWork) {
    this.unitOfWork = unitOfWork;
  }
}
Inject(UnitOfWork)(ProbeProcessor, undefined, 0);

const worker = await createWorker({
  database: { url: DATABASE_URL, pool: 6 },
  redisUrl: REDIS_URL || undefined,
  queuePool: 5,
  log: createLog(LOG_LEVEL),
  mail: SMTP_URL && {
    url: SMTP_URL,
    from: 'Nhịp <nhip@example.gov.vn>',
    publicUrl: 'https://nhip.example',
    patience: 1_000,
  },
  also: { imports: [ProbeModule], processors: [ProbeProcessor] },
});
worker.enableShutdownHooks();
worker.get(Schedules).start();
process.stdout.write('working\n');
