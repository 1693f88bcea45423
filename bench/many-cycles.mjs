import { randomIds } from '@nhip/core/platform';
import { CreateReviewCycle, LaunchReviewCycle } from '@nhip/core/review-cycles';
import pg from 'pg';
import { copyRows } from './harness.mjs';

const now = '2022-10-04T01:00:00.000Z';

/** One cycle made and launched by the use cases, then copied as rows with ids of their own. */
export async function manyCycles(context, database, office, count) {
  const secretariat = office.by('secretariat', now);
  const { id } = await context.get(CreateReviewCycle).execute(
    {
      code: 'MODEL',
      names: { vi: 'Rà soát 9 tháng' },
      period: {
        preset: 'calendar',
        kind: 'nine-months',
        start: '2022-01-01',
        end: '2022-09-30',
        asOf: '2022-10-10',
      },
      criteriaSetVersionId: office.criteriaSetVersionId,
      unitIds: Object.values(office.units),
      stages: [{ stage: 'collecting', dueOn: '2022-10-10' }],
    },
    secretariat,
  );
  await context.get(LaunchReviewCycle).execute({ id }, office.by('committee', now));
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  const ids = Array.from({ length: count }, () => randomIds.next());
  const tables = {
    review_cycle: ['id', `code = 'C' || n`],
    procedure_instance: ['id', ''],
    cycle_participant: ['cycle_id', ''],
    timer: ['instance_id', ''],
  };
  for (const [table, [key]] of Object.entries(tables)) {
    const { rows, fields } = await client.query(`select * from ${table} where ${key} = $1`, [id]);
    const { rows: generated } = await client.query(
      `select attname as name from pg_attribute
        where attrelid = $1::regclass and attnum > 0 and (attgenerated <> '' or attidentity <> '')`,
      [table],
    );
    const made = new Set(generated.map(({ name }) => name));
    const columns = fields.map(({ name }) => name).filter((name) => !made.has(name));
    const text = (value) =>
      value === null
        ? null
        : value instanceof Date
          ? value.toISOString()
          : typeof value === 'object'
            ? JSON.stringify(value)
            : value;
    await copyRows(
      database.ownerUrl,
      table,
      columns,
      ids.flatMap((copy, n) =>
        rows.map((row) =>
          columns.map((name) => (name === key ? copy : name === 'code' ? `C${n}` : text(row[name]))),
        ),
      ),
    );
  }
  await client.end();
  return ids;
}
