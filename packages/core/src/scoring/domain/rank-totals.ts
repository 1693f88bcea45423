import type { CriteriaSetContent } from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';
import type { UnrankedReason } from '../../criteria/index.js';
import { contendersOf, type UnitResult } from './contenders.js';
import { applyQuotas } from './apply-quotas.js';
import { rankUnits, type Contender, type Place } from './rank-units.js';
import type { TotalRow } from './score-rows.js';

/** Exact value of an indicator for a unit, as far as tie-breaks ask for it. */
export interface DecidingValue {
  readonly unitId: string;
  readonly indicator: string;
  readonly valueNum: string | null;
  readonly valueDen: string | null;
}

export const ratioOf = (above: string | null, below: string | null): Ratio | undefined =>
  above === null || below === null ? undefined : Ratio.stored(above, below);

/** Codes of the indicators whose values break ties. */
export const decidingIndicators = ({ ranking }: CriteriaSetContent): string[] =>
  ranking.tieBreaks.flatMap((tieBreak) => ('indicator' in tieBreak ? [tieBreak.indicator] : []));

/** What a total is given in comparison with the others. */
export interface Placed extends Place {
  /** The class of its points and gates, unless a quota sends it to another. */
  readonly classCode: string | null;
}

/** What of a total decides its place. */
export type Comparable = Pick<
  TotalRow,
  'unitId' | 'groupId' | 'pointsNum' | 'pointsDen' | 'fields' | 'unranked' | 'classCode'
>;

/** Places from totals, exactly, and the classes that quotas leave. */
export function rankTotals(
  content: CriteriaSetContent,
  totals: readonly Comparable[],
  deciding: readonly DecidingValue[],
): ReadonlyMap<string, Placed> {
  const places = rankUnits(comparedResults(content, totals, deciding));
  const placed = totals.flatMap(({ unitId, groupId, classCode }) => {
    const place = places.get(unitId);
    return place === undefined ? [] : [{ unitId, groupId, classCode, place }];
  });
  const quotas = applyQuotas(
    placed.map(({ place, ...unit }) => ({ ...unit, rank: place.rank })),
    content.classification,
  );
  return new Map(
    placed.map(({ unitId, classCode, place }) => [
      unitId,
      { ...place, classCode: quotas.get(unitId)?.classCode ?? classCode },
    ]),
  );
}

/** Totals as the ranking compares them. */
export const comparedResults = (
  content: CriteriaSetContent,
  totals: readonly Comparable[],
  deciding: readonly DecidingValue[],
): Contender[] => contendersOf(content, resultsOf(totals, deciding));

function resultsOf(totals: readonly Comparable[], deciding: readonly DecidingValue[]): UnitResult[] {
  const values = new Map<string, Map<string, Ratio>>();
  for (const { unitId, indicator, valueNum, valueDen } of deciding) {
    const value = ratioOf(valueNum, valueDen);
    if (value === undefined) continue;
    const ofUnit = values.get(unitId) ?? new Map<string, Ratio>();
    values.set(unitId, ofUnit.set(indicator, value));
  }
  return totals.map((total) => ({
    unitId: total.unitId,
    groupId: total.groupId,
    points: ratioOf(total.pointsNum, total.pointsDen),
    unranked: (total.unranked ?? undefined) as UnrankedReason | undefined,
    fields: new Map(total.fields.map(({ field, points }) => [field, Ratio.of(points)])),
    values: values.get(total.unitId) ?? new Map<string, Ratio>(),
  }));
}
