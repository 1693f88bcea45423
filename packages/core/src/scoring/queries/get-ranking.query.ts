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
import { Ratio, roundToText } from '../../shared/index.js';
import { movementOf, type RankedUnit } from '../domain/movement.js';
import { earlierRanking, type EarlierRanking } from './earlier-ranking.js';
import { rankedTotals, type RankedTotal } from './ranked-totals.js';
import { chosen, groupCounts, standingsOf, type Standing } from './standings.js';
import { visibleRun } from './visible-run.js';

const sorts: Readonly<Record<string, (a: Standing, b: Standing) => number>> = {
  code: (a, b) => byText(a.code, b.code),
  name: (a, b) => byText(a.search, b.search),
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
    const { administrationId } = caller;
    const { run, unitIds } = await visibleRun(this.reader, caller, filter.cycleId, filter.run);
    const set = await criteriaSetVersion(this.reader, run.criteriaSetVersionId);
    const standings = await standingsOf(this.reader, administrationId, run, set);
    const key = filter.q === undefined ? '' : searchKey(filter.q);
    const { visible, found } = chosen(standings, unitIds, { groupId: filter.groupId, key });
    const sort = sorts[filter.sort ?? ''];
    if (sort !== undefined) found.sort(sort);
    if (filter.order === 'DESC') found.reverse();
    const first = (filter.page - 1) * filter.perPage;
    const page = found.slice(first, first + filter.perPage).map(({ unitId }) => unitId);
    const totals = await rankedTotals(this.reader, administrationId, run, set, page);
    const earlier = await earlierRanking(this.reader, administrationId, run, set, {
      against: filter.against,
      unitIds: page,
    });
    return {
      items: totals.map((total) => rankingRow(total, set, earlier)),
      total: found.length,
      run,
      earlier: earlier.round,
      maxPoints: set.content.totals.maxPoints,
      fields: set.content.fields.map(({ code, names, kind }) => ({ code, names, kind })),
      groups: groupCounts(standings, visible),
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
    points: total.pointsNum === null ? null : `${total.pointsNum}/${total.pointsDen}`,
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
  const [above = '0', below = '1'] = exact.split('/');
  const points = Ratio.stored(above, below);
  const max = Ratio.of(totals.maxPoints);
  const rounding = totals.rounding.mode === 'step' ? ({ mode: 'half-up', dp: 2 } as const) : totals.rounding;
  const share = max.isZero()
    ? 0n
    : floored(1000n * points.numerator * max.denominator, points.denominator * max.numerator);
  return { field, shownPoints: roundToText(points, rounding), share: Number(share) };
}

/** The largest integer not above a quotient: without reducing fractions of hundreds of digits first. */
const floored = (above: bigint, below: bigint): bigint =>
  above / below - (above < 0n && above % below !== 0n ? 1n : 0n);

const byText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** By the exact points; units without any come first. */
const byPoints = (a: Ratio | undefined, b: Ratio | undefined): number =>
  a === undefined || b === undefined ? Number(a !== undefined) - Number(b !== undefined) : a.compare(b);
