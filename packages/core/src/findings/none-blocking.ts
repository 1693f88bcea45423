import type { Fact } from '../workflow/index.js';

/** Fact `findings.none-blocking`: no error of the cycle is left unanswered. */
export const noneBlocking: Fact = async (tx, ids) => {
  const rows = await tx.rows<{ id: string }>(
    `select distinct cycle_id as id from finding
      where administration_id = $1 and cycle_id = any($2::uuid[]) and importance = 'error' and state = 'open'`,
    [tx.administrationId, ids],
  );
  const blocked = new Set(rows.map(({ id }) => id));
  return new Map(ids.map((id) => [id, !blocked.has(id)]));
};
