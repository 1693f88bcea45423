import type { CriteriaSetContent } from '@nhip/contracts';
import { compileRoundedTotal, type UnrankedReason } from '../../criteria/index.js';
import type { Ratio } from '../../shared/index.js';
import type { Contender } from './rank-units.js';

/** What of a unit's results decides its place. */
export interface UnitResult {
  readonly unitId: string;
  readonly groupId: string | null;
  readonly points: Ratio | undefined;
  readonly unranked: UnrankedReason | undefined;
  /** Points of its fields, by code. */
  readonly fields: ReadonlyMap<string, Ratio>;
  /** Values of its indicators, by code; only those that break ties are needed. */
  readonly values: ReadonlyMap<string, Ratio>;
}

const EVERYBODY = '';

/** Results as the set's ranking reads them: on exact or rounded points, with its tie-breaks, in its groups. */
export function contendersOf(content: CriteriaSetContent, results: readonly UnitResult[]): Contender[] {
  const { ranking } = content;
  const rounded = compileRoundedTotal(content);
  return results.map((result) => {
    const exact = result.points;
    return {
      unitId: result.unitId,
      groupId: ranking.within === 'administration' ? EVERYBODY : result.groupId,
      points: exact && ranking.on === 'rounded' ? rounded(exact).points : exact,
      unranked: result.unranked ?? (ranking.within === 'none' ? 'NOT_RANKED' : undefined),
      tieBreaks: ranking.tieBreaks.map((tieBreak) => {
        if ('field' in tieBreak) return result.fields.get(tieBreak.field);
        const value = result.values.get(tieBreak.indicator);
        return tieBreak.prefer === 'lower' ? value?.negated() : value;
      }),
    };
  });
}
