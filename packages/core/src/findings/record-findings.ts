import { changedFields } from '../history/index.js';
import type { Transaction } from '../platform/index.js';
import type { FollowedFinding } from './domain/follow-findings.js';
import type { Finding } from './domain/finding.js';
import { Findings } from './persistence/findings.repository.js';

/** Saves the findings with one history entry each, in the stream of their unit or of the cycle. */
export async function recordFindings(
  tx: Transaction,
  changes: readonly FollowedFinding[],
  reason?: string,
): Promise<void> {
  await tx.use(Findings).save(changes.map(({ after }) => after));
  tx.history(
    changes.map(({ before, after, action }) => ({
      stream: after.unitId === null ? `cycle/${after.cycleId}` : `cycle/${after.cycleId}/${after.unitId}`,
      subject: { kind: 'finding', id: after.id },
      revision: after.revision,
      action,
      reason,
      before: before && changedFields(recordOf(before), recordOf(after)),
      after: recordOf(after),
    })),
  );
}

function recordOf(finding: Finding): object {
  const { revision: _, ...record } = finding;
  return record;
}
