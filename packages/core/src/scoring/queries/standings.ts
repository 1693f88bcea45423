import type { RankingPage, ScoringRunView } from '@nhip/contracts';
import { criteriaSetVersion, type IssuedSetVersion } from '../../criteria/index.js';
import { Recent, type Sql } from '../../platform/index.js';
import type { Ratio } from '../../shared/index.js';
import { rankTotals, ratioOf, type Placed } from '../domain/rank-totals.js';
import type { TotalRow } from '../domain/score-rows.js';
import { decidingValues } from './deciding-values.js';

/** A unit of a run as lists choose and order it. */
export interface Standing {
  readonly unitId: string;
  readonly groupId: string | null;
  readonly code: string;
  /** Names and code without diacritics; also the order by name. */
  readonly search: string;
  readonly points: Ratio | undefined;
  readonly place: Placed;
}

export interface Standings {
  /** In order of group, rank, code; units without a rank last. */
  readonly units: readonly Standing[];
  /** Peer groups of the run, in their order. */
  readonly groups: readonly Omit<RankingPage['groups'][number], 'units'>[];
}

type StoredStanding = Pick<
  TotalRow,
  | 'unitId'
  | 'groupId'
  | 'pointsNum'
  | 'pointsDen'
  | 'classCode'
  | 'fields'
  | 'rank'
  | 'tied'
  | 'ranked'
  | 'unranked'
> &
  Pick<Standing, 'code' | 'search'>;

/** A run changes with its revision only, so its standings are put in order once for all pages, searches and readers. */
const recent = new Recent<Promise<Standings>>(8);

/** Places of all units of a run: as stored where it is frozen, computed from its totals while it is open. */
export function standingsOf(
  sql: Sql,
  administrationId: string,
  run: ScoringRunView,
  set?: IssuedSetVersion,
): Promise<Standings> {
  const key = `${run.id}/${run.revision}`;
  const known = recent.get(key);
  if (known !== undefined) return known;
  const standings = readStandings(sql, administrationId, run, set);
  recent.set(key, standings);
  standings.catch(() => recent.delete(key)); // told to whoever awaits it; the next reader tries again
  return standings;
}

async function readStandings(
  sql: Sql,
  administrationId: string,
  run: ScoringRunView,
  set: IssuedSetVersion | undefined,
): Promise<Standings> {
  const { content } = set ?? (await criteriaSetVersion(sql, run.criteriaSetVersionId));
  // The parts of totals are long; they are read where they may break a tie.
  const fields = run.status === 'open' && content.ranking.tieBreaks.some((tieBreak) => 'field' in tieBreak);
  const rows = await sql.rows<StoredStanding>(
    `select t.unit_id as "unitId", t.peer_group_id as "groupId", t.points_num::text as "pointsNum",
            t.points_den::text as "pointsDen", t.class_code as "classCode", t.rank, t.tied, t.ranked, t.unranked,
            case when $3 then t.fields else '[]'::jsonb end as fields, u.code, v.search
       from total_score t
       join unit u on u.administration_id = t.administration_id and u.id = t.unit_id
      cross join lateral (
        select search from unit_version v
         where v.administration_id = t.administration_id and v.unit_id = t.unit_id
         order by v.valid_from <= t.valid_on and (v.valid_to is null or v.valid_to > t.valid_on) desc,
                  abs(v.valid_from - t.valid_on) limit 1) v
       left join peer_group g on g.administration_id = t.administration_id and g.id = t.peer_group_id
      where t.administration_id = $1 and t.run_id = $2 and t.superseded_at is null
      order by g.sort nulls last, g.code, u.code`,
    [administrationId, run.id, fields],
  );
  const places =
    run.status === 'open'
      ? rankTotals(content, rows, await decidingValues(sql, administrationId, run.id, content))
      : storedPlaces(rows);
  const groupIds = [...new Set(rows.map(({ groupId }) => groupId))];
  const orderOf = new Map(groupIds.map((id, index) => [id, index]));
  const units = rows.flatMap(({ unitId, groupId, code, search, pointsNum, pointsDen }) => {
    const place = places.get(unitId);
    return place === undefined
      ? []
      : [{ unitId, groupId, code, search, points: ratioOf(pointsNum, pointsDen), place }];
  });
  units.sort(
    (a, b) =>
      (orderOf.get(a.groupId) ?? 0) - (orderOf.get(b.groupId) ?? 0) ||
      (a.place.rank ?? LAST) - (b.place.rank ?? LAST) ||
      (a.code < b.code ? -1 : 1),
  );
  const groups = await sql.rows<Standings['groups'][number]>(
    `select id, code, names from peer_group where administration_id = $1 and id = any($2::uuid[])
      order by sort, code`,
    [administrationId, groupIds.filter((id) => id !== null)],
  );
  return { units, groups };
}

const LAST = Number.MAX_SAFE_INTEGER;

const storedPlaces = (rows: readonly StoredStanding[]): ReadonlyMap<string, Placed> =>
  new Map(
    rows.map(({ unitId, classCode, rank, tied, ranked, unranked }) => [
      unitId,
      { classCode, rank, tied, ranked: ranked ?? 0, unranked: unranked as Placed['unranked'] },
    ]),
  );

/** The peer groups of these units, in their order, each with its number of units. */
export function groupCounts(
  { groups }: Standings,
  units: readonly Pick<Standing, 'groupId'>[],
): RankingPage['groups'] {
  const counts = new Map<string, number>();
  for (const { groupId } of units) if (groupId !== null) counts.set(groupId, (counts.get(groupId) ?? 0) + 1);
  return groups.flatMap((group) => {
    const count = counts.get(group.id);
    return count === undefined ? [] : [{ ...group, units: count }];
  });
}

/** What a reader sees of a run, searched and by group; `visible` is before searching. */
export function chosen(
  { units }: Standings,
  unitIds: readonly string[] | 'all',
  { groupId, key }: { readonly groupId?: string | undefined; readonly key: string },
): { readonly visible: readonly Standing[]; readonly found: Standing[] } {
  const scope = unitIds === 'all' ? undefined : new Set(unitIds);
  const visible = scope === undefined ? units : units.filter(({ unitId }) => scope.has(unitId));
  return {
    visible,
    found: visible.filter(
      (unit) => (groupId === undefined || unit.groupId === groupId) && unit.search.includes(key),
    ),
  };
}
