import type { CriteriaSetContent } from '@nhip/contracts';
import type { Sql } from '../../platform/index.js';
import { decidingIndicators, type DecidingValue } from '../domain/rank-totals.js';

/** Values that break ties; nothing is read where the set needs none. */
export async function decidingValues(
  sql: Sql,
  administrationId: string,
  runId: string,
  content: CriteriaSetContent,
): Promise<DecidingValue[]> {
  const indicators = decidingIndicators(content);
  if (indicators.length === 0) return [];
  return sql.rows<DecidingValue>(
    `select unit_id as "unitId", indicator_code as indicator, value_num::text as "valueNum",
            value_den::text as "valueDen"
       from score where administration_id = $1 and run_id = $2 and superseded_at is null
        and indicator_code = any($3::text[])`,
    [administrationId, runId, indicators],
  );
}
