// The floor of `workflow.timers`: the same queue and concurrency, a handler of bare SQL. Rows of the outbox go to the
// queue as they are there; each job writes its effect, its entry in history and that it is done.
import { createPostgresBackend, Queue, setDefaultBackendFactory, Worker } from 'bullmq';
import pg from 'pg';

const connectionString = process.env.DATABASE_URL;
const CONCURRENCY = 4;
setDefaultBackendFactory(createPostgresBackend);
const connection = new pg.Pool({
  connectionString,
  max: 6,
  options: '-c search_path=bullmq -c synchronous_commit=off -c client_min_messages=warning',
});
connection.setMaxListeners(0);
const pool = new pg.Pool({ connectionString, max: CONCURRENCY + 1 });

const run = async ({ name, data }) => {
  if (name !== 'floor') return; // sent again by the product while it was at work: done already
  const client = await pool.connect();
  const prepared = (name, text, values) => client.query({ name, text, values });
  await client.query('begin');
  await prepared(
    'actor',
    `select set_config('nhip.administration', $1, true), set_config('nhip.actor', 'system:floor', true),
            set_config('nhip.now', clock_timestamp()::text, true)`,
    [data.administrationId],
  );
  await prepared(
    'done',
    'update outbox set done_at = clock_timestamp() where administration_id = $1 and key = $2',
    [data.administrationId, data.key],
  );
  const { rows } = await prepared(
    'move',
    'update floor_instance set revision = revision + 1 where id = $1 returning revision, unit_id, cycle_id',
    [data.payload.id],
  );
  const [{ revision, unit_id: unit, cycle_id: cycle }] = rows;
  await prepared(
    'effect',
    `insert into floor_step (administration_id, task_id, number, kind, on_day, at)
     values ($1, $2, 1, 'overdue', '2022-10-18', clock_timestamp())`,
    [data.administrationId, data.payload.id],
  );
  await prepared(
    'history',
    `select append_history(array[$1], array['floor'], array[$2], array[$3::bigint], array['task.deadline-passed'], array[''], array[$4])`,
    [
      `floor/${cycle}/${unit}`,
      data.payload.id,
      revision,
      JSON.stringify({ after: { ...data.payload, unit, cycle } }),
    ],
  );
  await client.query('commit');
  client.release();
};

const queue = new Queue('work', { connection });
const worker = new Worker('work', run, { connection, concurrency: CONCURRENCY });
worker.on('failed', (_, error) => {
  console.error(error);
  process.exit(1);
});

const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());
while (!stop.signal.aborted) {
  const { rows } = await pool.query(
    `update outbox set sent_at = clock_timestamp(), sends = 1, resend_at = 'infinity'
      where id in (select id from outbox where name = 'floor' and sent_at is null order by id limit 500)
     returning key, administration_id as "administrationId", payload`,
  );
  if (rows.length > 0)
    await queue.addBulk(
      rows.map((data) => ({
        name: 'floor',
        data,
        opts: { jobId: data.key, removeOnComplete: true, removeOnFail: true },
      })),
    );
  else await new Promise((resolve) => setTimeout(resolve, 100));
}
process.exit(0);
