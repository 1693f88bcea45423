import { reaches, type Actor, type Sql } from '../../platform/index.js';
import type { Day } from '../../shared/index.js';
import type { KnownOrganisation, KnownUnit } from '../domain/new-units.js';

/** All units of the actor's administration by code, with the periods in which they exist, and all peer groups. */
export async function knownOrganisation(sql: Sql, actor: Actor): Promise<KnownOrganisation> {
  const units = await sql.rows<{ code: string; id: string; periods: KnownUnit['periods'] }>(
    `select u.code, u.id, json_agg(json_build_object('validFrom', v.valid_from, 'validTo', v.valid_to)) as periods
       from unit u join unit_version v on v.administration_id = u.administration_id and v.unit_id = u.id
      where u.administration_id = $1 group by u.id`,
    [actor.administrationId],
  );
  const groups = await sql.rows<{ code: string; id: string }>(
    'select code, id from peer_group where administration_id = $1',
    [actor.administrationId],
  );
  return {
    units: new Map(units.map(({ code, id, periods }) => [code, { id, periods }])),
    peerGroups: new Map(groups.map(({ code, id }) => [code, id])),
    reaches: (unitId) => (unitId === null ? reachesAll(actor) : reaches(actor, unitId)),
  };
}

/** Whether the actor's role reaches the whole administration. */
export const reachesAll = (actor: Actor): boolean => actor.kind === 'system' || actor.unitIds === 'all';

/** Ids of the units with these codes that exist on the day. Codes of nobody are missing from the map. */
export async function unitIdsByCode(
  sql: Sql,
  administrationId: string,
  codes: readonly string[],
  on: Day,
): Promise<Map<string, string>> {
  const rows = await sql.rows<{ code: string; id: string }>(
    `select u.code, u.id from unit u
       join unit_version v on v.administration_id = u.administration_id and v.unit_id = u.id
        and v.valid_from <= $3::date and (v.valid_to is null or v.valid_to > $3::date)
      where u.administration_id = $1 and u.code = any($2::text[])`,
    [administrationId, codes, on],
  );
  return new Map(rows.map(({ code, id }) => [code, id]));
}
