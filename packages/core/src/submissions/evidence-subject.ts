import { criteriaSetVersion } from '../criteria/index.js';
import type { EvidencePlace, FoundSubject } from '../evidence/index.js';
import type { Sql } from '../shared/index.js';
import { procedureVersion } from '../workflow/index.js';
import { cellsOf } from './domain/cells.js';
import { submissionColumns, submissionTables, type SubmissionRow } from './queries/submission-row.js';

/** A submission takes evidence, for itself or a figure of its form, while the unit fills it. */
export async function findSubmissionForEvidence(
  sql: Sql,
  { administrationId, id, element, month }: EvidencePlace,
): Promise<FoundSubject | undefined> {
  const [row] = await sql.rows<SubmissionRow>(
    `select ${submissionColumns} from ${submissionTables} where s.administration_id = $1 and s.id = $2`,
    [administrationId, id],
  );
  if (row === undefined) return undefined;
  const { content } = await criteriaSetVersion(sql, row.criteriaSetVersionId);
  const cells = cellsOf(content, row.unitType, row.period);
  const known = cells.some((cell) => cell.element.code === element && cell.month?.slice(0, 7) === month);
  if (element !== undefined && !known) return undefined;
  const procedure = (await procedureVersion(sql, row.procedureVersionId)).content;
  const fills = procedure.states[row.state]?.on['submit'] !== undefined;
  return { unitId: row.unit.id, open: fills && !row.cycleOver };
}
