import type { RoleName } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { Reader } from '../../platform/index.js';
import type { Instant } from '../../shared/index.js';
import { SESSION_IDLE_HOURS } from '../domain/sign-in-limits.js';
import { HOLDS_TODAY, TODAY } from './current-roles.js';

export interface FoundSession {
  readonly sessionId: string;
  readonly accountId: string;
  readonly userName: string;
  readonly fullName: string;
  readonly language: 'vi' | 'en';
  /** Signed in with an initial password: nothing but changing it is allowed. */
  readonly mustChangePassword: boolean;
  readonly assignment: {
    readonly id: string;
    readonly role: RoleName;
    readonly administrationId: string;
    readonly unitId: string | null;
  };
  /** The unit of the role and those below it today, or `all`. */
  readonly unitIds: readonly string[] | 'all';
  /** Business time. */
  readonly now: Instant;
}

/**
 * Who a token belongs to, as what, how far the role reaches, and what time it is: one statement. Nothing for a
 * token that is unknown or too old, an account that is disabled, a role that does not hold. Notes at most once a
 * minute that the session was seen: the one thing a read writes, and no fact of the product.
 */
@Injectable()
export class FindSession {
  constructor(private readonly reader: Reader) {}

  /** @param tokenHash SHA-256 of the token */
  async execute(tokenHash: Uint8Array): Promise<FoundSession | undefined> {
    const [row] = await this.reader.rows<
      Omit<FoundSession, 'unitIds'> & { readonly unitIds: string[] | null }
    >(FIND, [tokenHash]);
    return row && { ...row, unitIds: row.unitIds ?? 'all' };
  }
}

const FIND = `
  with recursive found as materialized (
    select s.id as session_id, s.token_hash, s.last_seen_at, a.id as account_id, a.user_name, a.language,
           a.must_change_password, p.full_name, r.id as assignment_id, r.role, r.administration_id, r.unit_id,
           ${TODAY} as today
      from session s
      join account a on a.id = s.account_id
      join person p on p.id = a.person_id
      join role_assignment r on r.id = s.assignment_id
      join administration d on d.id = r.administration_id
     where s.token_hash = $1 and a.disabled_at is null and ${HOLDS_TODAY}
       and s.expires_at > clock_timestamp()
       and s.last_seen_at > clock_timestamp() - interval '${SESSION_IDLE_HOURS} hours'),
  touched as (
    update session s set last_seen_at = clock_timestamp() from found f
     where s.token_hash = f.token_hash and f.last_seen_at < clock_timestamp() - interval '1 minute'),
  reach as (
    select administration_id, unit_id as id, today from found where unit_id is not null
    union
    select r.administration_id, v.unit_id, r.today from reach r
      join unit_version v on v.administration_id = r.administration_id and v.parent_id = r.id
       and v.valid_from <= r.today and (v.valid_to is null or v.valid_to > r.today))
  select session_id as "sessionId", account_id as "accountId", user_name as "userName", full_name as "fullName",
         language, must_change_password as "mustChangePassword",
         json_build_object('id', assignment_id, 'role', role, 'administrationId', administration_id,
                           'unitId', unit_id) as assignment,
         case when unit_id is not null then (select array_agg(id) from reach) end as "unitIds",
         business_now() as now
    from found`;
