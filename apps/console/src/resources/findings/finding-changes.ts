import { findingStates, type FindingView, type HistoryItem } from '@nhip/contracts';
import { changesOf, type HistoryChange } from '../../shared/history.js';

/** Who answered or settled, and when: the line above says both. */
const SAID_ABOVE = /^(answer|settlement)\.(at|by)$/;

/** An entry of a finding: its states by their names. */
export function findingChanges(
  item: Pick<HistoryItem, 'before' | 'after'>,
  stateName: (state: FindingView['state']) => string,
): readonly HistoryChange[] {
  const named = (value: string) => {
    const state = findingStates.find((one) => one === value);
    return state === undefined ? value : stateName(state);
  };
  return changesOf(item)
    .filter(({ field }) => !SAID_ABOVE.test(field))
    .map((change) =>
      change.field === 'state' ? { ...change, from: named(change.from), to: named(change.to) } : change,
    );
}
