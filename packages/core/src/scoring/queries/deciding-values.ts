import type { CriteriaSetContent } from '@nhip/contracts';
import type { Sql } from '../../platform/index.js';
import { decidingIndicators, type DecidingValue } from '../domain/rank-totals.js';

/** Indicators whose points people decide: decided, the points are what there is to compare, whatever the figure says. */
export const appraisedIndicators = ({ indicators }: CriteriaSetContent): ReadonlySet<string> =>
  new Set(indicators.filter(({ rule }) => rule.type === 'appraised').map(({ code }) => code));

/** Values that break ties, of an appraised indicator the decided points; nothing is read where the set needs none. */
export async function decidingValues(
  sql: Sql,
  administrationId: string,
  runId: string,
  content: CriteriaSetContent,
): Promise<DecidingValue[]> {
  const indicators = decidingIndicators(content);
  if (indicators.length === 0) return [];
  return sql.rows<DecidingValue>(
    `select unit_id as "unitId", indicator_code as indicator,
            (case when decided then points_num else value_num end)::text as "valueNum",
            (case when decided then points_den else value_den end)::text as "valueDen"
       from (select *, state = 'scored' and value_num is null and indicator_code = any($4::text[]) as decided
               from score where administration_id = $1 and run_id = $2 and superseded_at is null
                and indicator_code = any($3::text[])) s`,
    [administrationId, runId, indicators, [...appraisedIndicators(content)]],
  );
}
