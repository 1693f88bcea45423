import type { ExplainedResult, WeakResult } from '@nhip/contracts';
import type { Sql } from '../platform/index.js';
import { DomainError } from '../shared/index.js';
import { weakResults } from '../scoring/index.js';
import type { Conclusion, ConclusionItem } from './persistence/conclusions.repository.js';

/** A task that issuing the conclusion would assign. */
export interface PlannedTask {
  readonly item: ConclusionItem;
  readonly unitId: string;
  /** With an explanation by rule: what the unit is to explain. */
  readonly explains: readonly ExplainedResult[];
}

/**
 * What the items of a conclusion come to: one task for each unit of each item. With the rule `weak-results` those are
 * the participating units under a threshold (of the item's indicators, where it names some), each asked once for all
 * its results. Throws CONCLUSION_ITEM_NEEDS_CYCLE for a rule without a cycle, SCORES_NOT_RUN where nothing is scored.
 */
export async function plannedTasks(
  sql: Sql,
  administrationId: string,
  { cycleId }: Pick<Conclusion, 'cycleId'>,
  items: readonly ConclusionItem[],
): Promise<PlannedTask[]> {
  const working = items.filter(({ kind }) => kind !== 'information');
  const byRule = working.find(({ assignees }) => 'rule' in assignees);
  if (byRule !== undefined && cycleId === null)
    throw new DomainError('CONCLUSION_ITEM_NEEDS_CYCLE', { number: byRule.number });
  const participants =
    cycleId !== null && byRule !== undefined ? await activeUnits(sql, administrationId, cycleId) : [];
  const needsScores = working.some(
    ({ assignees }) => 'rule' in assignees && assignees.rule === 'weak-results',
  );
  const weak = cycleId !== null && needsScores ? await weakResults(sql, administrationId, cycleId) : [];
  return working.flatMap((item) => {
    if ('unitIds' in item.assignees)
      return [...new Set(item.assignees.unitIds)].map((unitId) => ({ item, unitId, explains: [] }));
    if (item.assignees.rule === 'all-participants')
      return participants.map((unitId) => ({ item, unitId, explains: [] }));
    const named = item.indicatorCodes;
    return participants.flatMap((unitId) => {
      const results = weak.filter(
        (result) => result.unitId === unitId && (named.length === 0 || named.includes(result.indicator)),
      );
      return results.length === 0 ? [] : [{ item, unitId, explains: results.map(explained) }];
    });
  });
}

const explained = (result: WeakResult): ExplainedResult => ({
  indicator: result.indicator,
  indicatorNames: result.indicatorNames,
  measure: result.measure,
  thresholdNames: result.thresholdNames,
  comparison: result.comparison,
  limit: result.limit,
  shownValue: result.shownValue,
});

async function activeUnits(sql: Sql, administrationId: string, cycleId: string): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>(
    `select p.unit_id as id from cycle_participant p join unit u on u.id = p.unit_id
      where p.administration_id = $1 and p.cycle_id = $2 and p.status = 'active' order by u.code`,
    [administrationId, cycleId],
  );
  return rows.map(({ id }) => id);
}
