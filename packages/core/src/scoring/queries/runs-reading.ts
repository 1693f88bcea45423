import { criteriaSetVersion } from '../../criteria/index.js';
import type { Sql } from '../../platform/index.js';
import type { Period } from '../../shared/index.js';
import { readsPeriod } from '../../submissions/index.js';

interface Candidate {
  readonly changed: string;
  readonly changedPeriod: Period;
  readonly cycleId: string;
  readonly period: Period;
  readonly criteriaSetVersionId: string;
}

/**
 * Cycles with an open run that reads figures of these cycles: their own, and later ones of the same set whose formulas
 * look back at their periods. By the cycle whose figures changed; one statement whatever their number.
 */
export async function runsReading(
  sql: Sql,
  administrationId: string,
  cycleIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const candidates = await sql.rows<Candidate>(
    `select c.id as changed, c.period as "changedPeriod", o.id as "cycleId", o.period,
            r.criteria_set_version_id as "criteriaSetVersionId"
       from review_cycle c
       join criteria_set_version v on v.id = c.criteria_set_version_id
       join criteria_set_version w on w.set_id = v.set_id
       join scoring_run r on r.administration_id = c.administration_id and r.criteria_set_version_id = w.id
        and r.status = 'open'
       join review_cycle o on o.administration_id = r.administration_id and o.id = r.cycle_id
      where c.administration_id = $1 and c.id = any($2::uuid[])
        and (o.id = c.id or o.period->>'end' > c.period->>'end')
      order by o.period->>'end', o.id`,
    [administrationId, cycleIds],
  );
  const reading = new Map<string, string[]>();
  for (const { changed, changedPeriod, cycleId, period, criteriaSetVersionId } of candidates) {
    const reads =
      cycleId === changed ||
      readsPeriod(await criteriaSetVersion(sql, criteriaSetVersionId), period, changedPeriod);
    if (reads) reading.set(changed, [...(reading.get(changed) ?? []), cycleId]);
  }
  return reading;
}
