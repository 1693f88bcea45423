import type { HistoryItem } from '@nhip/contracts';
import { changesOf, type HistoryChange } from '../../shared/history.js';

interface SetWords {
  readonly field: (name: string) => string;
  readonly status: (name: string) => string;
  /** `12 chỗ thay đổi` */
  readonly places: (count: number) => string;
}

/** An entry of a criteria set: names, version and status; of its content only in how many places it changed. */
export function setChanges(
  item: Pick<HistoryItem, 'before' | 'after'>,
  words: SetWords,
): readonly HistoryChange[] {
  const all = changesOf(item);
  const content = all.filter(({ field }) => field.startsWith('content.')).length;
  const shown = all.flatMap(({ field, from, to }): HistoryChange[] => {
    if (field === 'status')
      return [{ field: words.field(field), from: words.status(from), to: words.status(to) }];
    if (field === 'version' || field.startsWith('names.')) return [{ field: words.field(field), from, to }];
    return [];
  });
  if (content === 0) return shown;
  return [...shown, { field: words.field('content'), from: '–', to: words.places(content) }];
}
