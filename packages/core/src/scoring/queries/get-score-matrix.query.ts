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
import { ratioOf } from '../domain/rank-totals.js';
import { rankedTotals } from './ranked-totals.js';
import { chosen, groupCounts, standingsOf, type Standing } from './standings.js';
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
    const { administrationId } = caller;
    const { indicators } = set.content;
    const standings = await standingsOf(this.reader, administrationId, run, set);
    const key = filter.q === undefined ? '' : searchKey(filter.q);
    const { visible, found } = chosen(standings, unitIds, { groupId: filter.groupId, key });
    await this.sort(found, run.id, filter, administrationId);
    const first = (filter.page - 1) * filter.perPage;
    const ids = found.slice(first, first + filter.perPage).map(({ unitId }) => unitId);
    const page = await rankedTotals(this.reader, administrationId, run, set, ids);
    const scores = await scoresOf(this.reader, administrationId, run.id, ids);
    const maxima = new Map(indicators.map((indicator) => [indicator.code, indicator]));
    return {
      run,
      total: found.length,
      indicators: indicators.map((indicator) => ({
        code: indicator.code,
        names: indicator.names,
        measure: indicator.measure,
        maxPoints: indicator.maxPoints,
        yesNo: isYesNo(indicator, set.content.dataElements),
      })),
      groups: groupCounts(standings, visible),
      items: page.map(({ unitId, unit, group }) => ({
        id: unitId,
        unit,
        group,
        cells: inOrderOf(indicators, scores.get(unitId) ?? []).map((score) => ({
          indicator: score.indicator,
          state: score.state,
          shownValue: score.shownValue,
          shownPoints: score.shownPoints,
          ...(score.policies.length > 0 && { policies: score.policies }),
          share: shareOf(score, maxima.get(score.indicator)),
          weak: score.breaches.length > 0,
        })),
      })),
    };
  }

  /** In place; equal ones keep the order of the ranking, and a unit without a value for an indicator stands last. */
  private async sort(
    units: Standing[],
    runId: string,
    { sort, order }: Pick<ScoreMatrixQuery, 'sort' | 'order'>,
    administrationId: string,
  ): Promise<void> {
    const sign = order === 'DESC' ? -1 : 1;
    if (sort === 'ranking') {
      if (order === 'DESC') units.reverse();
    } else if (sort === 'name') {
      units.sort((a, b) => sign * byText(a.search, b.search));
    } else if (sort === 'weak') {
      const rows = await this.reader.rows<{ unitId: string; weak: number }>(
        `select unit_id as "unitId", count(*)::int as weak from score
          where administration_id = $1 and run_id = $2 and superseded_at is null and breaches <> '[]' group by unit_id`,
        [administrationId, runId],
      );
      const weak = new Map(rows.map((row) => [row.unitId, row.weak]));
      units.sort((a, b) => sign * ((weak.get(b.unitId) ?? 0) - (weak.get(a.unitId) ?? 0)));
    } else {
      const rows = await this.reader.rows<{ unitId: string; above: string | null; below: string | null }>(
        `select unit_id as "unitId", value_num::text as above, value_den::text as below from score
          where administration_id = $1 and run_id = $2 and indicator_code = $3 and superseded_at is null`,
        [administrationId, runId, sort],
      );
      const values = new Map(rows.map(({ unitId, above, below }) => [unitId, ratioOf(above, below)]));
      units.sort((a, b) => {
        const [left, right] = [values.get(a.unitId), values.get(b.unitId)];
        if (left === undefined || right === undefined)
          return Number(left === undefined) - Number(right === undefined);
        return sign * left.compare(right);
      });
    }
  }
}

const byText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** Points ÷ maximum in whole percent, cut; null where there are no points to share. */
function shareOf({ points }: ScoreView, indicator: Indicator | undefined): number | null {
  const max = Ratio.of(indicator?.maxPoints ?? '0');
  if (points === null || max.isZero()) return null;
  return Number(Ratio.of(points).times(Ratio.hundred).dividedBy(max).floor());
}
