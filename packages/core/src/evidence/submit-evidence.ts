import type { EvidenceSubject } from '@nhip/contracts';
import type { Transaction } from '../platform/index.js';
import { evidenceEntry } from './evidence-history.js';
import { EvidenceRepository } from './persistence/evidence.repository.js';

/** What these records prove leaves the unit: their evidence stays from now on, and others may see it. */
export async function submitEvidence(
  tx: Transaction,
  kind: EvidenceSubject,
  ids: readonly string[],
): Promise<void> {
  const submitted = await tx.use(EvidenceRepository).submit(kind, ids);
  tx.history(
    submitted.map((after) =>
      evidenceEntry('evidence.submitted', after, {
        ...after,
        submittedAt: null,
        revision: after.revision - 1,
      }),
    ),
  );
}
