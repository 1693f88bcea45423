import { INSTALLATION, type Transaction } from '../platform/index.js';
import { DomainError } from '../shared/index.js';

/** The id, if it is that of an issued criteria-set version this administration may use; else CYCLE_SET_MISSING. */
export async function issuedSet(tx: Transaction, id: string | undefined): Promise<string> {
  const rows = await tx.rows<{ id: string }>(
    `select id from criteria_set_version where id = $1 and status = 'issued' and administration_id = any($2::uuid[])`,
    [id ?? null, [tx.administrationId, INSTALLATION]],
  );
  if (rows[0] === undefined) throw new DomainError('CYCLE_SET_MISSING');
  return rows[0].id;
}

/** The newest issued version of the set that version belongs to: what a copied cycle uses. */
export async function newestVersionOfSameSet(tx: Transaction, id: string): Promise<string> {
  const [row] = await tx.rows<{ id: string }>(
    `select newest.id from criteria_set_version used join criteria_set_version newest
        on newest.administration_id = used.administration_id and newest.set_id = used.set_id
      where used.id = $1 and newest.status = 'issued' order by newest.version desc limit 1`,
    [id],
  );
  return row?.id ?? id;
}
