import { changedFields } from '../history/index.js';
import type { Transaction } from '../platform/index.js';
import type { Conclusion, ConclusionItem } from './persistence/conclusions.repository.js';

export interface WholeConclusion {
  readonly conclusion: Conclusion;
  readonly items: readonly ConclusionItem[];
}

const recordOf = ({ conclusion, items }: WholeConclusion): object => ({ ...conclusion, items });

/** One entry per command: the conclusion with its items, at its revision; what came of it beside. */
export function recordConclusion(
  tx: Transaction,
  action: string,
  after: WholeConclusion,
  rest: { before?: WholeConclusion; reason?: string | undefined; outcome?: object } = {},
): void {
  const record = recordOf(after);
  const { cycleId, id, revision } = after.conclusion;
  tx.history([
    {
      stream: cycleId === null ? 'follow-ups' : `cycle/${cycleId}`,
      subject: { kind: 'conclusion', id },
      revision,
      action,
      reason: rest.reason,
      before: rest.before && changedFields(recordOf(rest.before), record),
      after: { ...record, ...rest.outcome },
    },
  ]);
}
