import type { Sql } from '../shared/index.js';

/**
 * Whether a record was changed since somebody saw it at `revision`. What the clock enters and leaves the record as it
 * was, such as a reminder, counts its revisions on but takes nothing from under anybody's hands.
 * @param ignored fields the clock may set and actions of anybody that do not count either
 */
export async function changedSince(
  sql: Sql,
  record: {
    readonly administrationId: string;
    readonly kind: string;
    readonly id: string;
    readonly revision: number;
  },
  ignored: { readonly fields?: readonly string[]; readonly actions?: readonly string[] } = {},
): Promise<boolean> {
  const changes = await sql.rows(
    `select from history
      where administration_id = $1 and subject_kind = $2 and subject_id = $3 and revision > $4
        and action <> all($5::text[])
        and not (actor like 'system:%' and coalesce((body::jsonb -> 'before') - $6::text[] = '{}', false)) limit 1`,
    [
      record.administrationId,
      record.kind,
      record.id,
      record.revision,
      ignored.actions ?? [],
      ignored.fields ?? [],
    ],
  );
  return changes.length > 0;
}
