import type { RankingPage, RankingRow, ScoringRunView } from '@nhip/contracts';
import { criteriaSetVersion, type IssuedSetVersion } from '../../criteria/index.js';
import type { Sql } from '../../platform/index.js';
import { rankTotals, type Placed } from '../domain/rank-totals.js';
import type { TotalRow } from '../domain/score-rows.js';
import { decidingValues } from './deciding-values.js';

/** A unit's total with its names on the cut-off day and its place. */
export interface RankedTotal extends Pick<
  TotalRow,
  'unitId' | 'groupId' | 'pointsNum' | 'pointsDen' | 'shownPoints' | 'classCode' | 'fields'
> {
  readonly unit: RankingRow['unit'];
  readonly group: RankingRow['group'];
  readonly place: Placed;
}

type StoredTotal = Omit<RankedTotal, 'place'> & Pick<TotalRow, 'rank' | 'tied' | 'ranked' | 'unranked'>;

/**
 * Totals of a whole run with their places: as stored where the run is frozen, computed here while it is open. In
 * order of group, rank, code; units without a rank last.
 */
export async function rankedTotals(
  sql: Sql,
  administrationId: string,
  run: ScoringRunView,
  set?: IssuedSetVersion,
): Promise<RankedTotal[]> {
  const totals = await sql.rows<StoredTotal>(
    `select t.unit_id as "unitId", t.peer_group_id as "groupId", t.points_num::text as "pointsNum",
            t.points_den::text as "pointsDen", t.shown_points as "shownPoints", t.class_code as "classCode",
            t.fields, t.rank, t.tied, t.ranked, t.unranked,
            json_build_object('id', u.id, 'code', u.code, 'names', v.names, 'shortName', v.short_name) as unit,
            case when g.id is not null then json_build_object('id', g.id, 'code', g.code, 'names', g.names) end
              as group
       from total_score t
       join unit u on u.administration_id = t.administration_id and u.id = t.unit_id
      cross join lateral (
        select names, short_name from unit_version v
         where v.administration_id = t.administration_id and v.unit_id = t.unit_id
         order by v.valid_from <= t.valid_on and (v.valid_to is null or v.valid_to > t.valid_on) desc,
                  abs(v.valid_from - t.valid_on) limit 1) v
       left join peer_group g on g.administration_id = t.administration_id and g.id = t.peer_group_id
      where t.administration_id = $1 and t.run_id = $2 and t.superseded_at is null
      order by g.sort nulls last, g.code, u.code`,
    [administrationId, run.id],
  );
  const places = await placesOf(sql, administrationId, run, set, totals);
  const groups = [...new Set(totals.map(({ groupId }) => groupId))];
  return totals
    .flatMap(({ rank: _rank, tied: _tied, ranked: _ranked, unranked: _unranked, ...total }) => {
      const place = places.get(total.unitId);
      return place === undefined ? [] : [{ ...total, classCode: place.classCode, place }];
    })
    .sort(
      (a, b) =>
        groups.indexOf(a.groupId) - groups.indexOf(b.groupId) ||
        (a.place.rank ?? LAST) - (b.place.rank ?? LAST) ||
        (a.unit.code < b.unit.code ? -1 : 1),
    );
}

/** The peer groups of some totals, in their order, each with its number of units. */
export function groupCounts(totals: readonly Pick<RankedTotal, 'group'>[]): RankingPage['groups'] {
  const counts = new Map<string, RankingPage['groups'][number]>();
  for (const { group } of totals) {
    if (group !== null) counts.set(group.id, { ...group, units: (counts.get(group.id)?.units ?? 0) + 1 });
  }
  return [...counts.values()];
}

const LAST = Number.MAX_SAFE_INTEGER;

async function placesOf(
  sql: Sql,
  administrationId: string,
  run: ScoringRunView,
  set: IssuedSetVersion | undefined,
  totals: readonly StoredTotal[],
): Promise<ReadonlyMap<string, Placed>> {
  if (run.status !== 'open') {
    return new Map(
      totals.map(({ unitId, classCode, rank, tied, ranked, unranked }) => [
        unitId,
        { classCode, rank, tied, ranked: ranked ?? 0, unranked: unranked as Placed['unranked'] },
      ]),
    );
  }
  const { content } = set ?? (await criteriaSetVersion(sql, run.criteriaSetVersionId));
  return rankTotals(content, totals, await decidingValues(sql, administrationId, run.id, content));
}
