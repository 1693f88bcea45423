import type { EvidencePlace, FoundSubject } from '../evidence/index.js';
import type { Sql } from '../shared/index.js';

/** The answer to a finding takes evidence of the unit whose figures it is about, as long as that unit may answer. */
export async function findFindingForEvidence(
  sql: Sql,
  { administrationId, id, element }: EvidencePlace,
): Promise<FoundSubject | undefined> {
  const [row] = await sql.rows<{ unitId: string | null; state: string }>(
    'select unit_id as "unitId", state from finding where administration_id = $1 and id = $2',
    [administrationId, id],
  );
  if (row === undefined || row.unitId === null || element !== undefined) return undefined;
  return { unitId: row.unitId, open: row.state === 'open' || row.state === 'explained' };
}
