import { reaches, type Transaction } from '../platform/index.js';
import { DomainError } from '../shared/index.js';
import type { Finding } from './domain/finding.js';
import { Findings } from './persistence/findings.repository.js';

/**
 * The finding, locked for this command. Refused: another unit's, or one of the whole cycle to a unit's people
 * (NOT_FOUND), another revision (REVISION_CONFLICT), one that holds no longer or is settled (FINDING_NOT_OPEN).
 */
export async function holdFinding(
  tx: Transaction,
  { id, revision }: { readonly id: string; readonly revision?: number | undefined },
  states: readonly Finding['state'][],
): Promise<Finding> {
  const finding = await tx.use(Findings).getForUpdate(id);
  const seen =
    finding.unitId === null
      ? tx.actor.kind === 'system' || tx.actor.unitIds === 'all'
      : reaches(tx.actor, finding.unitId);
  if (!seen) throw new DomainError('NOT_FOUND');
  if (revision !== undefined && revision !== finding.revision)
    throw new DomainError('REVISION_CONFLICT', {
      expected: revision,
      current: finding.revision,
      record: JSON.stringify(finding),
    });
  if (!states.includes(finding.state)) throw new DomainError('FINDING_NOT_OPEN');
  return finding;
}
