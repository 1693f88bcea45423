import {
  isYesNo,
  searchKey,
  type Indicator,
  type ScoreMatrix,
  type ScoreMatrixQuery,
  type ScoreView,
} from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { criteriaSetVersion } from '../../criteria/index.js';
import { Reader, type Actor } from '../../platform/index.js';
import { Ratio } from '../../shared/index.js';
import { groupCounts, rankedTotals, type RankedTotal } from './ranked-totals.js';
import { inOrderOf, scoresOf } from './score-rows.js';
import { visibleRun } from './visible-run.js';

/** Units × indicators with the share of the maximum reached; a page of units at a time. */
@Injectable()
export class GetScoreMatrix {
  constructor(private readonly reader: Reader) {}

  async execute(
    filter: ScoreMatrixQuery & { readonly cycleId: string },
    caller: Actor,
  ): Promise<ScoreMatrix> {
    const { run, unitIds } = await visibleRun(this.reader, caller, filter.cycleId, filter.run);
    const set = await criteriaSetVersion(this.reader, run.criteriaSetVersionId);
    const { indicators } = set.content;
    const key = filter.q === undefined ? '' : searchKey(filter.q);
    const visible = (await rankedTotals(this.reader, caller.administrationId, run, set)).filter(
      ({ unitId }) => unitIds === 'all' || unitIds.includes(unitId),
    );
    const units = visible.filter(
      ({ unit, groupId }) =>
        (filter.groupId === undefined || groupId === filter.groupId) &&
        searchKey(`${unit.code} ${unit.names.vi} ${unit.names.en ?? ''}`).includes(key),
    );
    const scores = await scoresOf(
      this.reader,
      caller.administrationId,
      run.id,
      units.map(({ unitId }) => unitId),
    );
    sortUnits(units, scores, filter);
    const first = (filter.page - 1) * filter.perPage;
    const page = units.slice(first, first + filter.perPage);
    const maxima = new Map(indicators.map((indicator) => [indicator.code, indicator]));
    return {
      run,
      total: units.length,
      indicators: indicators.map((indicator) => ({
        code: indicator.code,
        names: indicator.names,
        measure: indicator.measure,
        maxPoints: indicator.maxPoints,
        yesNo: isYesNo(indicator, set.content.dataElements),
      })),
      groups: groupCounts(visible),
      items: page.map(({ unitId, unit, group }) => ({
        id: unitId,
        unit,
        group,
        cells: inOrderOf(indicators, scores.get(unitId) ?? []).map((score) => ({
          indicator: score.indicator,
          state: score.state,
          shownValue: score.shownValue,
          shownPoints: score.shownPoints,
          share: shareOf(score, maxima.get(score.indicator)),
          weak: score.breaches.length > 0,
        })),
      })),
    };
  }
}

/** In place; equal ones keep the order of the ranking, and a unit without a value for an indicator stands last. */
function sortUnits(
  units: RankedTotal[],
  scores: ReadonlyMap<string, readonly ScoreView[]>,
  { sort, order }: Pick<ScoreMatrixQuery, 'sort' | 'order'>,
): void {
  const sign = order === 'DESC' ? -1 : 1;
  if (sort === 'ranking') {
    if (order === 'DESC') units.reverse();
  } else if (sort === 'name') {
    const names = new Map(units.map(({ unitId, unit }) => [unitId, searchKey(unit.names.vi)]));
    units.sort((a, b) => sign * byText(names.get(a.unitId) ?? '', names.get(b.unitId) ?? ''));
  } else if (sort === 'weak') {
    const weak = (unitId: string) =>
      (scores.get(unitId) ?? []).filter(({ breaches }) => breaches.length > 0).length;
    units.sort((a, b) => sign * (weak(b.unitId) - weak(a.unitId)));
  } else {
    const values = new Map(
      units.map(({ unitId }) => [
        unitId,
        scores.get(unitId)?.find(({ indicator }) => indicator === sort)?.value,
      ]),
    );
    units.sort((a, b) => {
      const [left, right] = [values.get(a.unitId), values.get(b.unitId)];
      if (left == null || right == null) return Number(left == null) - Number(right == null);
      return sign * Ratio.of(left).compare(Ratio.of(right));
    });
  }
}

const byText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** Points ÷ maximum in whole percent, cut; null where there are no points to share. */
function shareOf({ points }: ScoreView, indicator: Indicator | undefined): number | null {
  const max = Ratio.of(indicator?.maxPoints ?? '0');
  if (points === null || max.isZero()) return null;
  return Number(Ratio.of(points).times(Ratio.hundred).dividedBy(max).floor());
}
