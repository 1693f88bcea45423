import type { FindingParams } from '@nhip/contracts';
import type { Sql } from '../../platform/index.js';

export interface OpenFinding {
  readonly id: string;
  readonly unitId: string;
  readonly code: string;
  readonly params: FindingParams;
}

/**
 * Findings of a cycle's units that nobody has answered and no request for explanation names, in order of unit; and what
 * requests name already, as `unit indicator`. Requests that were withdrawn count as not made.
 */
export async function unexplained(
  sql: Sql,
  administrationId: string,
  cycleId: string,
): Promise<{ findings: OpenFinding[]; asked: ReadonlySet<string> }> {
  const standing = `task t join procedure_instance i on i.id = t.id
    where t.administration_id = $1 and t.cycle_id = $2 and t.kind = 'explanation' and i.state <> 'withdrawn'`;
  const findings = await sql.rows<OpenFinding>(
    `select f.id, f.unit_id as "unitId", f.code, f.params from finding f join unit u on u.id = f.unit_id
      where f.administration_id = $1 and f.cycle_id = $2 and f.state = 'open' and f.importance <> 'notice'
        and not exists (select from ${standing} and f.id = any(t.finding_ids))
      order by u.code, f.code, f.id`,
    [administrationId, cycleId],
  );
  const asked = await sql.rows<{ key: string }>(
    `select distinct t.unit_id || ' ' || indicator as key
       from (select t.unit_id, unnest(t.indicator_codes) as indicator from ${standing}) t`,
    [administrationId, cycleId],
  );
  return { findings, asked: new Set(asked.map(({ key }) => key)) };
}
