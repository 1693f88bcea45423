import { changedFields } from '../../history/index.js';
import type { Transaction } from '../../platform/index.js';
import type { WhatIf } from '../persistence/what-ifs.repository.js';

/** One entry a command: what is supposed, whole. */
export function recordWhatIf(
  tx: Transaction,
  action: 'what-if.started' | 'what-if.changed' | 'what-if.kept' | 'what-if.dropped',
  { revision, ...after }: WhatIf,
  before?: WhatIf,
  reason?: string,
): void {
  const { revision: _revision, ...earlier } = before ?? { ...after, revision };
  tx.history([
    {
      stream: `cycle/${after.cycleId}`,
      subject: { kind: 'what-if', id: after.id },
      revision,
      action,
      reason,
      before: before && changedFields(earlier, after),
      after,
    },
  ]);
}
