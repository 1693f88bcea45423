import type { RankingRow, ScoringRunView } from '@nhip/contracts';
import type { IssuedSetVersion } from '../../criteria/index.js';
import type { Sql } from '../../platform/index.js';
import type { Placed } from '../domain/rank-totals.js';
import type { TotalRow } from '../domain/score-rows.js';
import { standingsOf } from './standings.js';

/** A unit's total with its names on the cut-off day and its place. */
export interface RankedTotal extends Pick<
  TotalRow,
  'unitId' | 'groupId' | 'pointsNum' | 'pointsDen' | 'shownPoints' | 'classCode' | 'fields'
> {
  readonly unit: RankingRow['unit'];
  readonly group: RankingRow['group'];
  readonly place: Placed;
}

/**
 * Totals of a run with their places among all its units: of these units in the order given, or of all in order of group,
 * rank, code, units without a rank last.
 */
export async function rankedTotals(
  sql: Sql,
  administrationId: string,
  run: ScoringRunView,
  set?: IssuedSetVersion,
  unitIds?: readonly string[],
): Promise<RankedTotal[]> {
  const { units } = await standingsOf(sql, administrationId, run, set);
  const rows = await sql.rows<Omit<RankedTotal, 'place'>>(
    `select t.unit_id as "unitId", t.peer_group_id as "groupId", t.points_num::text as "pointsNum",
            t.points_den::text as "pointsDen", t.shown_points as "shownPoints", t.class_code as "classCode",
            t.fields, json_build_object('id', u.id, 'code', u.code, 'names', v.names, 'shortName', v.short_name) as unit,
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
        ${unitIds === undefined ? '' : 'and t.unit_id = any($3::uuid[])'}`,
    [administrationId, run.id, ...(unitIds === undefined ? [] : [unitIds])],
  );
  const totals = new Map(rows.map((row) => [row.unitId, row]));
  const places = new Map(units.map(({ unitId, place }) => [unitId, place]));
  return (unitIds ?? units.map(({ unitId }) => unitId)).flatMap((unitId) => {
    const [total, place] = [totals.get(unitId), places.get(unitId)];
    return total === undefined || place === undefined
      ? []
      : [{ ...total, classCode: place.classCode, place }];
  });
}
