import type { Transaction } from '../platform/index.js';
import { DomainError } from '../shared/index.js';

/** The units to supervise, each once; refuses SUPERVISION_UNIT_UNKNOWN where one is not of the administration. */
export async function checkedUnits(tx: Transaction, unitIds: readonly string[]): Promise<string[]> {
  const ids = [...new Set(unitIds)];
  const known = await tx.rows('select from unit where administration_id = $1 and id = any($2::uuid[])', [
    tx.administrationId,
    ids,
  ]);
  if (ids.length === 0 || known.length < ids.length) throw new DomainError('SUPERVISION_UNIT_UNKNOWN');
  return ids;
}

/** Those meant, which must be of the supervision: all of them where none is named. */
export function unitsMeant(
  { unitIds }: { readonly unitIds: readonly string[] },
  named: readonly string[],
): readonly string[] {
  const meant = [...new Set(named)];
  if (meant.some((id) => !unitIds.includes(id))) throw new DomainError('SUPERVISION_UNIT_UNKNOWN');
  return meant.length === 0 ? unitIds : meant;
}
