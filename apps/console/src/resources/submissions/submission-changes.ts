import type { HistoryItem } from '@nhip/contracts';
import { changesOf, type ToldChange } from '../../shared/history.js';

/** Follows from the action and who did it. */
const SILENT = /^lastSave\.side$|^cycleId$|^unitId$/;

/** An entry of a submission: states in words; of a save what was saved, the save before is another entry's. */
export function submissionChanges(
  item: Pick<HistoryItem, 'before' | 'after'>,
  stateName: (state: string) => string,
): readonly ToldChange[] {
  return changesOf(item)
    .filter(({ field }) => !SILENT.test(field))
    .map((change) => {
      const { field, from, to } = change;
      if (field === 'state') return { field, from: stateName(from), to: stateName(to) };
      return field.startsWith('lastSave.') ? { field, to } : change;
    });
}
