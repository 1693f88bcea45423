import type { Sql } from '../../platform/index.js';

/** `scoring.final`: whether the newest run of each cycle is frozen or published. */
export async function finalRuns(
  sql: Sql & { readonly administrationId: string },
  cycleIds: readonly string[],
): Promise<ReadonlyMap<string, boolean>> {
  const rows = await sql.rows<{ cycleId: string; final: boolean }>(
    `select distinct on (cycle_id) cycle_id as "cycleId", status <> 'open' as final from scoring_run
      where administration_id = $1 and cycle_id = any($2::uuid[]) order by cycle_id, number desc`,
    [sql.administrationId, cycleIds],
  );
  return new Map(rows.map(({ cycleId, final }) => [cycleId, final]));
}
