import { roleNames, type RoleName } from '@nhip/contracts';
import type { Sql } from '../../platform/index.js';

/** Today in the zone of administration `d`, by business time. */
export const TODAY = '(business_now() at time zone d.time_zone)::date';

/** A role assignment `r` that holds today; needs administration `d`. */
export const HOLDS_TODAY = `r.valid_from <= ${TODAY} and (r.valid_to is null or r.valid_to > ${TODAY})`;

/** Assignments `r` in the order in which roles are named everywhere. */
export const ROLE_ORDER = `array_position(array['${roleNames.join("','")}'], r.role), r.id`;

/** The unit of assignment `r` by its name of today, or, where it does not exist today, by its last name. */
export const UNIT_OF_ROLE = `case when r.unit_id is not null then json_build_object('id', r.unit_id, 'names',
  (select v.names from unit_version v where v.administration_id = r.administration_id and v.unit_id = r.unit_id
    order by (v.valid_from <= ${TODAY}) desc, abs(v.valid_from - ${TODAY}) limit 1)) end`;

export interface CurrentRole {
  readonly assignmentId: string;
  readonly administrationId: string;
  readonly role: RoleName;
}

/** The roles an account holds today, the one it used last first, in all administrations. */
export function currentRoles(sql: Sql, accountId: string): Promise<CurrentRole[]> {
  return sql.rows<CurrentRole>(
    `select r.id as "assignmentId", r.administration_id as "administrationId", r.role
       from role_assignment r join administration d on d.id = r.administration_id
      where r.account_id = $1 and ${HOLDS_TODAY}
      order by (select max(s.last_seen_at) from session s where s.assignment_id = r.id) desc nulls last,
               ${ROLE_ORDER}`,
    [accountId],
  );
}
