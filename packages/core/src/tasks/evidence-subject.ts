import type { EvidencePlace, FoundSubject } from '../evidence/index.js';
import type { Sql } from '../shared/index.js';
import { procedureVersion } from '../workflow/index.js';

/** Steps with which a unit hands in what the evidence proves. */
const handingIn = ['send', 'report-done'];

/**
 * A task takes evidence of the unit that leads it, as long as that unit can still hand something in; those that help
 * read it.
 */
export async function findTaskForEvidence(
  sql: Sql,
  { administrationId, id, element }: EvidencePlace,
): Promise<FoundSubject | undefined> {
  const [row] = await sql.rows<{
    unitId: string;
    readers: string[];
    state: string;
    procedureVersionId: string;
  }>(
    `select t.unit_id as "unitId", t.co_unit_ids as readers, i.state, i.procedure_version_id as "procedureVersionId"
       from task t join procedure_instance i on i.administration_id = t.administration_id and i.id = t.id
      where t.administration_id = $1 and t.id = $2`,
    [administrationId, id],
  );
  if (row === undefined || element !== undefined) return undefined;
  const { content } = await procedureVersion(sql, row.procedureVersionId);
  const arrows = content.states[row.state]?.on ?? {};
  const { unitId, readers } = row;
  return { unitId, readers, open: handingIn.some((event) => arrows[event] !== undefined) };
}
