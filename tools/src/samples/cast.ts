import type { RoleName } from '@nhip/contracts';
import type { Sql, UserActor } from '@nhip/core/platform';

interface Part {
  readonly userName: string;
  readonly accountId: string;
  readonly assignmentId: string;
  readonly administrationId: string;
  readonly role: RoleName;
  readonly unitId: string | null;
  readonly unitCode: string | null;
}

/** The people of the samples in their roles, and the units they act for. */
export class Cast {
  private constructor(
    private readonly parts: readonly Part[],
    private readonly administrations: ReadonlyMap<string, string>,
    private readonly units: ReadonlyMap<string, string>,
  ) {}

  static async read(sql: Sql): Promise<Cast> {
    const parts = await sql.rows<Part>(
      `select a.user_name as "userName", a.id as "accountId", r.id as "assignmentId", r.role,
              r.administration_id as "administrationId", r.unit_id as "unitId", u.code as "unitCode"
         from role_assignment r join account a on a.id = r.account_id
         left join unit u on u.administration_id = r.administration_id and u.id = r.unit_id`,
    );
    const administrations = await sql.rows<{ code: string; id: string }>(
      'select code, id from administration',
    );
    const units = await sql.rows<{ key: string; id: string }>(
      `select administration_id || '/' || code as key, id from unit`,
    );
    return new Cast(
      parts,
      new Map(administrations.map(({ code, id }) => [code, id])),
      new Map(units.map(({ key, id }) => [key, id])),
    );
  }

  administrationId(code: string): string {
    return orThrow(this.administrations.get(code), `administration ${code}`);
  }

  unitId(administrationId: string, code: string): string {
    return orThrow(this.units.get(`${administrationId}/${code}`), `unit ${code}`);
  }

  /** The person of this name in the first role held there. */
  named(administrationId: string, userName: string): UserActor {
    return this.actor(
      (part) => part.administrationId === administrationId && part.userName === userName,
      userName,
    );
  }

  /** The unit's own officer or leader. */
  ofUnit(administrationId: string, unitCode: string, role: RoleName): UserActor {
    return this.actor(
      (part) =>
        part.administrationId === administrationId && part.unitCode === unitCode && part.role === role,
      `${role} of ${unitCode}`,
    );
  }

  private actor(is: (part: Part) => boolean, what: string): UserActor {
    const { accountId, assignmentId, administrationId, role, unitId } = orThrow(this.parts.find(is), what);
    return {
      kind: 'user',
      id: accountId,
      assignmentId,
      administrationId,
      role,
      unitIds: unitId === null ? 'all' : [unitId],
    };
  }
}

function orThrow<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`The samples have no ${what}.`);
  return value;
}
