import type { NewRole } from '@nhip/contracts';
import { reachesAll, unitIdsByCode, todayIn } from '../../organisation/index.js';
import { reaches, type Actor, type Sql } from '../../platform/index.js';
import type { Day, Instant } from '../../shared/index.js';
import type { KnownPeople } from '../domain/new-accounts.js';

/** What is there of the names and units that a list of new accounts or roles mentions: one statement a day named. */
export async function knownPeople(
  sql: Sql,
  { actor, now }: { readonly actor: Actor; readonly now: Instant },
  mentioned: { readonly userNames: readonly string[]; readonly roles: readonly NewRole[] },
): Promise<KnownPeople> {
  const today = await todayIn(sql, actor.administrationId, now);
  const taken = await sql.rows<{ userName: string }>(
    'select user_name as "userName" from account where user_name = any($1::text[])',
    [mentioned.userNames],
  );
  const units = new Map<Day, ReadonlyMap<string, string>>();
  for (const on of new Set(mentioned.roles.map((role) => (role.from ?? today) as Day))) {
    const codes = mentioned.roles.flatMap((role) => role.unitCode ?? []);
    units.set(on, await unitIdsByCode(sql, actor.administrationId, codes, on));
  }
  return {
    userNames: new Set(taken.map((row) => row.userName)),
    unitIds: (on) => units.get(on) ?? new Map(),
    reaches: (unitId) => (unitId === null ? reachesAll(actor) : reaches(actor, unitId)),
    today,
  };
}
