import { permissionsOf, type Me } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { Reader, type UserActor } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { HOLDS_TODAY, ROLE_ORDER, UNIT_OF_ROLE } from './current-roles.js';

/** Who is signed in, the roles to switch between, what the present one may do, and the time. */
@Injectable()
export class GetMe {
  constructor(private readonly reader: Reader) {}

  async execute(actor: UserActor): Promise<Me> {
    const [row] = await this.reader.rows<Pick<Me, 'account' | 'now' | 'demoClock'>>(ACCOUNT, [actor.id]);
    const assignments = await this.reader.rows<Me['assignments'][number]>(ASSIGNMENTS, [actor.id]);
    const current = assignments.find(({ id }) => id === actor.assignmentId);
    if (row === undefined || current === undefined) throw new DomainError('SESSION_MISSING');
    return {
      ...row,
      demoClock: row.demoClock && {
        at: new Date(row.demoClock.at).toISOString(),
        target: new Date(row.demoClock.target).toISOString(),
      },
      assignments,
      current: { ...current, assignmentId: current.id },
      permissions: permissionsOf(current.role),
    };
  }
}

const ACCOUNT = `
  select json_build_object('id', a.id, 'userName', a.user_name, 'fullName', p.full_name, 'language', a.language,
                           'email', p.email, 'mailOn', a.mail_on, 'mustChangePassword', a.must_change_password) as account,
         business_now() as now,
         (select json_build_object('at', at, 'target', target) from demo_clock) as "demoClock"
    from account a join person p on p.id = a.person_id where a.id = $1`;

const ASSIGNMENTS = `
  select r.id, r.role, json_build_object('id', d.id, 'code', d.code, 'names', d.names) as administration,
         ${UNIT_OF_ROLE} as unit
    from role_assignment r
    join administration d on d.id = r.administration_id
   where r.account_id = $1 and ${HOLDS_TODAY} order by ${ROLE_ORDER}`;
