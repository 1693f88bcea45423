import {
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
import { rankedTotals } from './ranked-totals.js';
import { inOrderOf, scoresOf } from './score-rows.js';
import { visibleRun } from './visible-run.js';

/** Units × indicators with the share of the maximum reached, in the order of the ranking; a page of units at a time. */
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
    const units = (await rankedTotals(this.reader, caller.administrationId, run, set)).filter(
      (total) =>
        (unitIds === 'all' || unitIds.includes(total.unitId)) &&
        (filter.groupId === undefined || total.groupId === filter.groupId) &&
        searchKey(`${total.unit.code} ${total.unit.names.vi}`).includes(key),
    );
    const first = (filter.page - 1) * filter.perPage;
    const page = units.slice(first, first + filter.perPage);
    const scores = await scoresOf(
      this.reader,
      caller.administrationId,
      run.id,
      page.map(({ unitId }) => unitId),
    );
    const maxima = new Map(indicators.map((indicator) => [indicator.code, indicator]));
    return {
      run,
      total: units.length,
      indicators: indicators.map(({ code, names, measure, maxPoints }) => ({
        code,
        names,
        measure,
        maxPoints,
      })),
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

/** Points ÷ maximum in whole percent, cut; null where there are no points to share. */
function shareOf({ points }: ScoreView, indicator: Indicator | undefined): number | null {
  const max = Ratio.of(indicator?.maxPoints ?? '0');
  if (points === null || max.isZero()) return null;
  return Number(Ratio.of(points).times(Ratio.hundred).dividedBy(max).floor());
}
