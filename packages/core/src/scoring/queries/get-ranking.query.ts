import {
  searchKey,
  type CriteriaSetContent,
  type RankingPage,
  type RankingQuery,
  type RankingRow,
} from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { criteriaSetVersion, type IssuedSetVersion } from '../../criteria/index.js';
import { Reader, type Actor } from '../../platform/index.js';
import { Ratio } from '../../shared/index.js';
import { movementOf, type RankedUnit } from '../domain/movement.js';
import { ratioOf } from '../domain/rank-totals.js';
import { earlierRanking, type EarlierRanking } from './earlier-ranking.js';
import { groupCounts, rankedTotals, type RankedTotal } from './ranked-totals.js';
import { visibleRun } from './visible-run.js';

const sorts: Readonly<Record<string, (a: RankingRow, b: RankingRow) => number>> = {
  code: (a, b) => byText(a.unit.code, b.unit.code),
  name: (a, b) => byText(searchKey(a.unit.names.vi), searchKey(b.unit.names.vi)),
  points: (a, b) => byPoints(a.points, b.points),
};

/**
 * The ranking of a cycle's run: every unit in its group with points, class, rank and movement. A reader with a scope
 * of units sees only those until the run is published; the ranks are those among all units in any case.
 */
@Injectable()
export class GetRanking {
  constructor(private readonly reader: Reader) {}

  async execute(filter: RankingQuery & { readonly cycleId: string }, caller: Actor): Promise<RankingPage> {
    const { run, unitIds } = await visibleRun(this.reader, caller, filter.cycleId, filter.run);
    const set = await criteriaSetVersion(this.reader, run.criteriaSetVersionId);
    const totals = await rankedTotals(this.reader, caller.administrationId, run, set);
    const earlier = await earlierRanking(this.reader, caller.administrationId, run, set, filter.against);
    const key = filter.q === undefined ? '' : searchKey(filter.q);
    const visible = totals.filter(({ unitId }) => unitIds === 'all' || unitIds.includes(unitId));
    const rows = visible
      .filter(
        (total) =>
          (filter.groupId === undefined || total.groupId === filter.groupId) &&
          searchKey(`${total.unit.code} ${total.unit.names.vi} ${total.unit.names.en ?? ''}`).includes(key),
      )
      .map((total) => rankingRow(total, set, earlier));
    const sort = sorts[filter.sort ?? ''];
    if (sort !== undefined) rows.sort(sort);
    if (filter.order === 'DESC') rows.reverse();
    const first = (filter.page - 1) * filter.perPage;
    return {
      items: rows.slice(first, first + filter.perPage),
      total: rows.length,
      run,
      maxPoints: set.content.totals.maxPoints,
      fields: set.content.fields.map(({ code, names, kind }) => ({ code, names, kind })),
      groups: groupCounts(visible),
    };
  }
}

export function rankingRow(total: RankedTotal, set: IssuedSetVersion, earlier: EarlierRanking): RankingRow {
  const { unit, group, place, shownPoints, classCode } = total;
  const now: RankedUnit = { groupId: total.groupId, rank: place.rank };
  return {
    id: total.unitId,
    unit,
    group,
    ...place,
    points: ratioOf(total.pointsNum, total.pointsDen)?.toString() ?? null,
    shownPoints,
    fields: total.fields.map(({ field, points }) => fieldShare(field, points, set.content)),
    classCode,
    classNames: set.content.classification?.bands.find(({ code }) => code === classCode)?.names ?? null,
    movement: movementOf(now, earlier.units.get(total.unitId), earlier.incomparable),
  };
}

function fieldShare(
  field: string,
  exact: string,
  { totals }: CriteriaSetContent,
): RankingRow['fields'][number] {
  const points = Ratio.of(exact);
  const max = Ratio.of(totals.maxPoints);
  const decimals = totals.rounding.mode === 'step' ? 2 : totals.rounding.dp;
  const share = max.isZero() ? 0n : points.times(Ratio.of(1000)).dividedBy(max).floor();
  return { field, shownPoints: points.toDecimal(decimals), share: Number(share) };
}

const byText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** By the exact points; units without any come first. */
function byPoints(a: string | null, b: string | null): number {
  return a === null || b === null
    ? Number(a !== null) - Number(b !== null)
    : Ratio.of(a).compare(Ratio.of(b));
}
