import { criteriaSetVersion, scoreUnit } from '../../criteria/index.js';
import type { Sql } from '../../platform/index.js';
import type { Ratio } from '../../shared/index.js';
import { cycleFigures, scoredCycle, scoredUnits } from './cycle-figures.js';

/**
 * Points of one unit by indicator, from the figures as they stand and without anybody's decision; only where figures give
 * them, not where a policy stands in for what is missing.
 */
export async function computedPoints(
  sql: Sql,
  administrationId: string,
  {
    cycleId,
    unitId,
    criteriaSetVersionId,
  }: { readonly cycleId: string; readonly unitId: string; readonly criteriaSetVersionId: string },
): Promise<Map<string, Ratio>> {
  const set = await criteriaSetVersion(sql, criteriaSetVersionId);
  const cycle = await scoredCycle(sql, administrationId, cycleId);
  const units = await scoredUnits(sql, administrationId, cycle, [unitId]);
  const figures = (await cycleFigures(sql, { administrationId, cycle, set }, units)).get(unitId);
  if (figures === undefined) return new Map();
  const { scores } = scoreUnit(set.compiled, { ...figures, appraised: new Map() });
  return new Map(
    [...scores].flatMap(([code, { state, points }]) =>
      state !== 'scored' || points === undefined ? [] : [[code, points] as const],
    ),
  );
}
