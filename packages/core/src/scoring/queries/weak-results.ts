import type { ScoringRunView, WeakResult } from '@nhip/contracts';
import { criteriaSetVersion } from '../../criteria/index.js';
import type { Sql } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { newestRun } from './visible-run.js';

interface Breach {
  readonly unitId: string;
  readonly unitNames: WeakResult['unitNames'];
  readonly indicator: string;
  readonly threshold: string;
  readonly valueNum: string;
  readonly valueDen: string;
  readonly shownValue: string;
}

/**
 * Units under a threshold of an indicator in the newest run of a cycle, one entry for each threshold, in order of the
 * set's indicators, then of the units. What explanation tasks are made of. Throws SCORES_NOT_RUN.
 */
export async function weakResults(
  sql: Sql,
  administrationId: string,
  cycleId: string,
): Promise<WeakResult[]> {
  const run = await newestRun(sql, administrationId, cycleId);
  if (run === undefined) throw new DomainError('SCORES_NOT_RUN');
  return weakResultsOf(sql, administrationId, run);
}

/** The same of a given run. */
export async function weakResultsOf(
  sql: Sql,
  administrationId: string,
  run: Pick<ScoringRunView, 'id' | 'criteriaSetVersionId'>,
): Promise<WeakResult[]> {
  const { content } = await criteriaSetVersion(sql, run.criteriaSetVersionId);
  const breaches = await sql.rows<Breach>(
    `select s.unit_id as "unitId", v.names as "unitNames", s.indicator_code as indicator, b.threshold,
            s.value_num::text as "valueNum", s.value_den::text as "valueDen", s.shown_value as "shownValue"
       from score s
       cross join lateral jsonb_array_elements_text(s.breaches) as b(threshold)
       join unit u on u.administration_id = s.administration_id and u.id = s.unit_id
      cross join lateral (
        select names from unit_version v
         where v.administration_id = s.administration_id and v.unit_id = s.unit_id
         order by v.valid_from <= s.valid_on and (v.valid_to is null or v.valid_to > s.valid_on) desc,
                  abs(v.valid_from - s.valid_on) limit 1) v
      where s.administration_id = $1 and s.run_id = $2 and s.superseded_at is null and s.breaches <> '[]'
      order by u.code`,
    [administrationId, run.id],
  );
  return content.indicators.flatMap((indicator) =>
    indicator.thresholds.flatMap((threshold) =>
      breaches
        .filter((breach) => breach.indicator === indicator.code && breach.threshold === threshold.code)
        .map(({ unitId, unitNames, valueNum, valueDen, shownValue }) => ({
          unitId,
          unitNames,
          indicator: indicator.code,
          indicatorNames: indicator.names,
          measure: indicator.measure,
          threshold: threshold.code,
          thresholdNames: threshold.names,
          comparison: threshold.comparison,
          limit: threshold.value,
          consequence: threshold.consequence,
          value: `${valueNum}/${valueDen}`,
          shownValue,
        })),
    ),
  );
}
