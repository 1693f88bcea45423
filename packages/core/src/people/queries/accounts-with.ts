import { unitRoles, type RoleName } from '@nhip/contracts';
import type { Sql } from '../../platform/index.js';
import { HOLDS_TODAY, TODAY } from './current-roles.js';

/**
 * Enabled accounts that hold the role today; with units, only those whom these units concern: leaders and officers
 * of the very unit, and of the other roles those that reach it.
 */
export async function accountsWith(
  sql: Sql,
  administrationId: string,
  role: RoleName,
  unitIds?: readonly string[],
): Promise<string[]> {
  const ownUnitOnly = (unitRoles as readonly RoleName[]).includes(role);
  const rows = await sql.rows<{ id: string }>(
    `with recursive concerned as (
       select unnest($3::uuid[]) as id
       union
       select v.parent_id from concerned c
         join administration d on d.id = $1
         join unit_version v on v.administration_id = $1 and v.unit_id = c.id
          and v.valid_from <= ${TODAY} and (v.valid_to is null or v.valid_to > ${TODAY})
        where not $4::boolean and v.parent_id is not null)
     select distinct a.id from role_assignment r
       join administration d on d.id = r.administration_id
       join account a on a.id = r.account_id
      where r.administration_id = $1 and r.role = $2 and a.disabled_at is null and ${HOLDS_TODAY}
        and ($3::uuid[] is null or r.unit_id is null or r.unit_id in (select id from concerned))
      order by a.id`,
    [administrationId, role, unitIds ?? null, ownUnitOnly],
  );
  return rows.map((row) => row.id);
}
