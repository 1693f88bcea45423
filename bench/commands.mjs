// One use case (moving a stage's deadline: command log, lock, update, history, timers, outbox) against the very
// statements it sends, one by one, prepared, on bare pg with the same concurrency and the same durability.
import 'reflect-metadata';
import { defineJob, job } from '@nhip/core/jobs';
import { openProduct } from '@nhip/core/product';
import { MoveStageDeadline, reviewCycleProcedures } from '@nhip/core/review-cycles';
import { openOffice } from '@nhip/core/testing';
import { Registries } from '@nhip/core/workflow';
import pg from 'pg';
import { z } from 'zod';
import { median, recordStatements, timeAll, withDatabase } from './harness.mjs';
import { manyCycles } from './many-cycles.mjs';

const CONCURRENCY = 8;
const ROUNDS = 7;
const BATCH = 300;
const now = '2022-10-04T01:00:00.000Z';
const tell = defineJob({ name: 'bench.tell', queue: 'work', payload: z.strictObject({ id: z.string() }) });

/** The real procedure, its effects replaced by one job: this measures a command, not what features set off. */
const procedure = JSON.parse(
  JSON.stringify(reviewCycleProcedures['review-conference-first']),
  (key, value) => (key === 'effects' || key === 'guards' ? [] : value),
);
procedure.states.collecting.on['move-deadline'].effects = ['bench.tell'];

export default () =>
  withDatabase(async (database) => {
    const context = await openProduct({ url: database.url, pool: CONCURRENCY });
    context
      .get(Registries)
      .effect('bench.tell', async (tx, items) => tx.enqueue(items.map(({ id }) => job(tell, id, { id }))));
    const office = await openOffice(
      { get: (part) => context.get(part) },
      { 'review-conference-first': procedure },
    );
    const ids = await manyCycles(context, database, office, 2 * ROUNDS * BATCH + 2);

    const command = (id) => ({
      id,
      revision: 2,
      deadline: { stage: 'collecting', dueOn: '2022-10-14' },
      reason: 'Chờ số liệu của tỉnh',
    });
    const call = (id) => ({
      ...office.by('secretariat', now),
      command: { key: `move-${id}`, type: 'move-deadline', fingerprint: 'f' },
    });
    const useCase = context.get(MoveStageDeadline);
    const move = (id) => useCase.execute(command(id), call(id));

    await move(ids.pop()); // caches filled, as in a running process
    const model = ids.pop();
    const statements = await recordStatements(() => move(model));
    const floor = bareFloor(database.url, statements, model);

    const measured = { useCase: [], floor: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      const [ours, theirs] = [ids.splice(0, BATCH), ids.splice(0, BATCH)];
      measured.useCase.push((await timeAll(BATCH, CONCURRENCY, (n) => move(ours[n]))) / BATCH);
      measured.floor.push((await timeAll(BATCH, CONCURRENCY, (n) => floor.run(theirs[n]))) / BATCH);
    }
    await floor.end();
    await context.close();
    const [useCaseMs, floorMs] = [median(measured.useCase), median(measured.floor)];
    return [
      {
        figure: 'command',
        ratio: useCaseMs / floorMs,
        limit: 2.5,
        statements: statements.length,
        millisecondsPerCommand: { useCase: useCaseMs, floor: floorMs },
      },
    ];
  });

/** The recorded statements of one command, with the ids and the key of another in their values. */
function bareFloor(url, statements, model) {
  const pool = new pg.Pool({ connectionString: url, max: CONCURRENCY });
  const put = (value, id) =>
    typeof value === 'string'
      ? value.replaceAll(model, id)
      : Array.isArray(value)
        ? value.map((one) => put(one, id))
        : value;
  return {
    async run(id) {
      const client = await pool.connect();
      for (const [n, { text, values }] of statements.entries()) {
        if (values.length === 0) await client.query(text);
        else await client.query({ name: `f${n}`, text, values: values.map((value) => put(value, id)) });
      }
      client.release();
    },
    end: () => pool.end(),
  };
}
