import { changedFields, type HistoryEntry } from '../history/index.js';
import type { Evidence } from './persistence/evidence.repository.js';

type Action = 'evidence.given' | 'evidence.withdrawn' | 'evidence.submitted';

/** One step of one file; its contents stand in history by their hash. */
export const evidenceEntry = (action: Action, after: Evidence, before?: Evidence): HistoryEntry => ({
  stream: `evidence/${after.unitId}`,
  subject: { kind: 'evidence', id: after.id },
  revision: after.revision,
  action,
  before: before && changedFields(before, after),
  after,
});
