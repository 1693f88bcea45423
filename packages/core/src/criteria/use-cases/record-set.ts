import { changedFields } from '../../history/index.js';
import type { Transaction } from '../../platform/index.js';
import type { CriteriaSet, CriteriaSetVersion } from '../persistence/criteria-sets.repository.js';

/** A set as history keeps it: its own fields and the version that was touched, whole. */
export interface RecordedSet {
  readonly set: CriteriaSet;
  readonly version: CriteriaSetVersion;
}

const recordOf = ({ set, version }: RecordedSet): object => ({
  code: set.code,
  names: set.names,
  version: version.version,
  versionId: version.id,
  status: version.status,
  contentHash: version.contentHash,
  content: version.content,
});

/** One entry per record and command: the set, at its revision. */
export function recordSet(
  tx: Transaction,
  action: string,
  after: RecordedSet,
  before?: RecordedSet,
  reason?: string,
): void {
  const record = recordOf(after);
  tx.history([
    {
      stream: 'criteria-sets',
      subject: { kind: 'criteria-set', id: after.set.id },
      revision: after.set.revision,
      action,
      reason,
      before: before && changedFields(recordOf(before), record),
      after: record,
    },
  ]);
}
