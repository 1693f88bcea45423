import type { ScoreView } from '@nhip/contracts';
import type { Sql } from '../../platform/index.js';
import { ratioOf } from '../domain/rank-totals.js';

interface StoredScore extends Omit<ScoreView, 'value' | 'points' | 'policies'> {
  readonly unitId: string;
  readonly valueNum: string | null;
  readonly valueDen: string | null;
  readonly pointsNum: string | null;
  readonly pointsDen: string | null;
  readonly policy: string;
}

/** Current scores of some units of a run, by unit. */
export async function scoresOf(
  sql: Sql,
  administrationId: string,
  runId: string,
  unitIds: readonly string[],
): Promise<Map<string, ScoreView[]>> {
  const rows = await sql.rows<StoredScore>(
    `select unit_id as "unitId", indicator_code as indicator, state, numerator::text as numerator,
            denominator::text as denominator, value_num::text as "valueNum", value_den::text as "valueDen",
            points_num::text as "pointsNum", points_den::text as "pointsDen", shown_value as "shownValue",
            shown_points as "shownPoints", policy, breaches, target_met as "targetMet"
       from score where administration_id = $1 and run_id = $2 and unit_id = any($3::uuid[])
        and superseded_at is null`,
    [administrationId, runId, unitIds],
  );
  const byUnit = new Map<string, ScoreView[]>(unitIds.map((unitId) => [unitId, []]));
  for (const { unitId, valueNum, valueDen, pointsNum, pointsDen, policy, ...score } of rows) {
    byUnit.get(unitId)?.push({
      ...score,
      value: ratioOf(valueNum, valueDen)?.toString() ?? null,
      points: ratioOf(pointsNum, pointsDen)?.toString() ?? null,
      policies: policy === '' ? [] : policy.split(' '),
    });
  }
  return byUnit;
}

/** In the order in which the set lists its indicators. */
export function inOrderOf(
  indicators: readonly { readonly code: string }[],
  scores: readonly ScoreView[],
): ScoreView[] {
  const byCode = new Map(scores.map((score) => [score.indicator, score]));
  return indicators.flatMap(({ code }) => byCode.get(code) ?? []);
}
