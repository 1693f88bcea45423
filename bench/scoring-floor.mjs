// The floor of `scoring`, as bare as it can be: COPY out the figures, plain arithmetic on typed arrays, COPY in as many
// rows of the same bytes into tables with the same indexes.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { ELEMENTS, INDICATORS } from './national-set.mjs';

const [, , url, administrationId] = process.argv;
const client = new pg.Client({ connectionString: url });
await client.connect();
const tables = ['score', 'total_score', 'history'];
let stored;

const jobs = {
  /** Keeps the bytes a run stored, and makes empty tables like those it stored them in. */
  learn: async ({ runId, cycleId }) => {
    const rows = {
      score: `select * from score where run_id = '${runId}'`,
      total_score: `select * from total_score where run_id = '${runId}'`,
      history: `select * from history where administration_id = '${administrationId}'
        and (subject_id = '${runId}' or subject_id like '${runId}/%')`,
    };
    stored = {};
    for (const table of tables) {
      await client.query(`create table floor_${table} (like ${table} including defaults including indexes)`);
      stored[table] = [];
      for await (const chunk of client.query(copyTo(`copy (${rows[table]}) to stdout`)))
        stored[table].push(chunk);
    }
    return {
      bytes: Object.values(stored)
        .flat()
        .reduce((sum, { length }) => sum + length, 0),
      cycleId,
    };
  },
  read: async ({ cycleId, units }) => ({ read: (await read(cycleId, units)).length }),
  score: async ({ cycleId, units }) => {
    const started = process.hrtime.bigint();
    await client.query('begin');
    const values = await read(cycleId, units);
    arithmetic(values, units);
    for (const table of tables) {
      await pipeline(Readable.from(stored[table]), client.query(copyFrom(`copy floor_${table} from stdin`)));
    }
    await client.query('commit');
    const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
    await client.query(`truncate ${tables.map((table) => `floor_${table}`).join(', ')}`);
    return { milliseconds };
  },
  /** One bare committed upsert, so many times. */
  upsert: async ({ times }) => {
    await client.query(
      'create table if not exists floor_upsert (id int primary key, value numeric, at timestamptz)',
    );
    const measured = [];
    for (let n = 0; n < times; n += 1) {
      const started = process.hrtime.bigint();
      await client.query({
        name: 'upsert',
        text: `insert into floor_upsert values ($1, $2, clock_timestamp())
               on conflict (id) do update set value = excluded.value, at = excluded.at`,
        values: [n % 10, n],
      });
      measured.push(Number(process.hrtime.bigint() - started) / 1e6);
    }
    return { times: measured };
  },
};

const LINE_FEED = 10;
const TAB = 9;

/** `unit element value` lines into one typed array, unit by unit as the index gives them. */
async function read(cycleId, units) {
  const values = new Float64Array(units * ELEMENTS);
  const place = new Map();
  const stream = client.query(
    copyTo(`copy (select unit_id, element_code, value from figure where administration_id = '${administrationId}'
      and cycle_id = '${cycleId}' and superseded_at is null) to stdout`),
  );
  let rest = Buffer.alloc(0);
  for await (const chunk of stream) {
    const data = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let at = 0;
    for (let end = data.indexOf(LINE_FEED, at); end >= 0; end = data.indexOf(LINE_FEED, at)) {
      const tab = data.indexOf(TAB, at + 37);
      const unit = data.latin1Slice(at, at + 36);
      let row = place.get(unit);
      if (row === undefined) place.set(unit, (row = place.size));
      const element = Number(data.latin1Slice(at + 40, tab)) - 1;
      values[row * ELEMENTS + element] = Number(data.latin1Slice(tab + 1, end));
      at = end + 1;
    }
    rest = data.subarray(at);
  }
  if (place.size !== units) throw new Error(`the floor read ${place.size} units`);
  return values;
}

/** Percentages, points and totals as a machine adds them, in binary. */
function arithmetic(values, units) {
  const totals = new Float64Array(units);
  for (let unit = 0; unit < units; unit += 1) {
    for (let n = 0; n < INDICATORS; n += 1) {
      const first = unit * ELEMENTS + Math.floor((n * 5) / 2);
      const above = n % 2 === 1 ? values[first] + values[first + 1] : values[first];
      const below = values[first + (n % 2 === 1 ? 2 : 1)];
      totals[unit] += Math.min(1.25, (1.25 * ((above * 100) / below)) / 100);
    }
  }
  return totals.sort();
}

process.on('message', ({ job, ...what }) => {
  jobs[job](what).then(
    (answer) => process.send(answer),
    (error) => process.send({ error: error.stack ?? String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
process.send({ ready: true });
