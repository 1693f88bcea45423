import type { Sql } from '../shared/index.js';
import { compareSchema } from './migrate.js';

/** Why this program and the schema do not fit, or undefined; the answer says what to run. */
export async function schemaFault(sql: Sql): Promise<string | undefined> {
  const { missing, unknown } = await compareSchema({ query: (text) => sql.rows(text) });
  if (unknown.length > 0)
    return `The database has a newer schema (${unknown.join(', ')}) than this program: install the newer release.`;
  if (missing.length > 0)
    return `The database lacks ${missing.join(', ')}: run \`npm run migrate\` with DATABASE_OWNER_URL first.`;
  return undefined;
}

/** Why a process must not run under its database role, or undefined: it may neither be superuser nor own a table. */
export async function roleFault(sql: Sql): Promise<string | undefined> {
  const [role] = await sql.rows<{ name: string; superuser: boolean; owns: boolean }>(
    `select current_user::text as name, r.rolsuper as superuser,
            exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                     where n.nspname in ('public', 'bullmq') and pg_has_role(c.relowner, 'member')) as owns
       from pg_roles r where r.rolname = current_user`,
  );
  if (role?.superuser === true)
    return `The database role ${role.name} is a superuser: use nhip_app in DATABASE_URL.`;
  if (role?.owns === true)
    return `The database role ${role.name} owns tables: use nhip_app in DATABASE_URL; nhip_owner is for migrations.`;
  return undefined;
}
