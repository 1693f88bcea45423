import type { Sql } from '../../platform/index.js';
import type { Day, Instant } from '../../shared/index.js';

/** The day on which a command is done, in the administration's own time zone: roles begin and end with days. */
export async function todayIn(sql: Sql, administrationId: string, now: Instant): Promise<Day> {
  const [row] = await sql.rows<{ today: Day }>(
    'select ($2::timestamptz at time zone time_zone)::date as today from administration where id = $1',
    [administrationId, now],
  );
  if (row === undefined) throw new Error(`There is no administration ${administrationId}.`);
  return row.today;
}
