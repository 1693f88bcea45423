// Units, cycles and figures of national size, made by the database itself: the same from run to run.
import { randomIds } from '@nhip/core/platform';
import pg from 'pg';
import { ELEMENTS } from './national-set.mjs';

const indexes = `select indexdef || ';' as text from pg_indexes where tablename = 'figure' and indexname <> 'figure_pkey'`;

/** Ids in the order in which units were made, as the product's are. */
const unitId = `('00000000-0000-7000-8000-' || lpad(to_hex(u), 12, '0'))::uuid`;

/** Whole of unit `u` in element `x` of quarter `q`: 1,000 to 9,999. */
const whole = (x) => `(1000 + (u::bigint * 7919 + (${x}) * 104729 + q * 15485863) % 9000)`;
/** Of five elements two are wholes; one is a part of the next whole, two together are parts of the one after them. */
const value = `case e % 5 when 0 then ${whole('e + 1')} * share / 100 when 2 then ${whole('e + 2')} * share / 200
  when 3 then ${whole('e + 1')} * share / 200 else ${whole('e')} end`;

/**
 * `cycles`: name → { units, quarter }. Every cycle has the first so many units, a submission and 200 figures of each.
 * Gives the ids of the cycles by name.
 */
export async function nationalData(database, office, criteriaSetVersionId, cycles) {
  const client = await connected(database);
  const run = (text, values) => client.query(text, values);
  const { administrationId } = office;
  const most = Math.max(...Object.values(cycles).map(({ units }) => units));
  await run(
    `insert into unit (id, administration_id, code, revision)
     select ${unitId}, $1, 'X' || lpad(u::text, 6, '0'), 1 from generate_series(0, $2::int - 1) u`,
    [administrationId, most],
  );
  await run(
    `insert into unit_version (administration_id, unit_id, valid_from, names, unit_type, peer_group_id, search)
     select $1, ${unitId}, '2019-01-01', jsonb_build_object('vi', 'Đơn vị số ' || u), 'commune',
            (select id from peer_group where administration_id = $1 order by code offset u % 2 limit 1),
            'don vi so ' || u || ' x' || lpad(u::text, 6, '0')
       from generate_series(0, $2::int - 1) u`,
    [administrationId, most],
  );
  const { rows } = await run(indexes);
  await run(
    'drop index figure_current; drop index figure_versions; alter table figure drop constraint figure_pkey',
  );
  const ids = {};
  const planned = [];
  for (const [name, { units, quarter }] of Object.entries(cycles)) {
    const id = (ids[name] = randomIds.next());
    const day = new Date(Date.UTC(2022, quarter * 3, 1));
    const start = day.toISOString().slice(0, 10);
    const end = new Date(Date.UTC(2022, quarter * 3 + 3, 0)).toISOString().slice(0, 10);
    const period = { preset: 'calendar', kind: 'quarter', start, end, asOf: end };
    await run(
      `insert into review_cycle (id, administration_id, code, names, period, criteria_set_version_id, created_at)
       values ($1, $2, $3, '{"vi":"Đợt quý"}', $4, $5, now())`,
      [id, administrationId, name, JSON.stringify(period), criteriaSetVersionId],
    );
    await run(
      `insert into cycle_participant select $1, $2, ${unitId}, 'active' from generate_series(0, $3::int - 1) u`,
      [administrationId, id, units],
    );
    await run(
      `insert into submission (id, administration_id, cycle_id, unit_id)
       select gen_random_uuid(), $1, $2, ${unitId} from generate_series(0, $3::int - 1) u`,
      [administrationId, id, units],
    );
    planned.push({ id, start, end, units });
  }
  // The figures of the first units are made once and copied for every cycle; those of the others as they are stored.
  const few = planned.map(({ units }) => units).sort((a, b) => a - b)[Math.floor(planned.length / 2)];
  await run(`create unlogged table made as ${figures(0, few)}`);
  await run('create index on made (u); analyze made');
  const parts = planned.flatMap(({ units, ...cycle }) => [
    { ...cycle, from: `select unit_id, element, value from made where u < ${units}` },
    ...(units > few
      ? [{ ...cycle, from: `select unit_id, element, value from (${figures(few, units)}) m` }]
      : []),
  ]);
  const two = [client, await connected(database)];
  await Promise.all(
    two.map(async (own) => {
      for (let part = parts.pop(); part !== undefined; part = parts.pop())
        await own.query(
          `insert into figure (administration_id, cycle_id, unit_id, element_code, period_start, period_end, side,
             state, value, illustrative, recorded_by, at, valid_on, recorded_at)
           select $1, $2, unit_id, element, $3, $4, 'unit', 'value', value, false, 'system:bench', now(), $4, now()
             from (${part.from}) f`,
          [administrationId, part.id, part.start, part.end],
        );
    }),
  );
  await two[1].end();
  await run('drop table made');
  await run('alter table figure add primary key (id)');
  for (const { text } of rows) await run(text);
  await run('vacuum analyze');
  await run('checkpoint');
  await client.end();
  return ids;
}

async function connected(database) {
  const client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
  await client.query(
    `set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '1GB'`,
  );
  return client;
}

/** Figures of the units from one place to before another. */
const figures = (from, to) =>
  `select u, ${unitId} as unit_id, 'so-' || lpad((e + 1)::text, 3, '0') as element, ${value} as value
     from (select n / ${ELEMENTS} as u, n % ${ELEMENTS} as e, 0 as q,
                  40 + (n / ${ELEMENTS} * 31 + n % ${ELEMENTS} * 17) % 61 as share
             from generate_series(${from * ELEMENTS}, ${to * ELEMENTS - 1}) n) numbers`;
