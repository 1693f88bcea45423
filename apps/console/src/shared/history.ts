import { formatDay, formatInstant, type HistoryItem } from '@nhip/contracts';
import { differences } from './differences.js';

export interface HistoryChange {
  /** Path in the record: `names.vi`. */
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** A change as it is told; without `from` where what was before is no matter of it. */
export type ToldChange = Omit<HistoryChange, 'from'> & { readonly from?: string | undefined };

/** What an entry changed, as text. A new record has no changes: all of it is new. */
export function changesOf({
  before,
  after,
}: Pick<HistoryItem, 'before' | 'after'>): readonly HistoryChange[] {
  if (!before) return [];
  const now = Object.fromEntries(Object.entries(after).filter(([field]) => field in before));
  return differences(before, now).map(({ path, mine, theirs }) => ({ field: path, from: mine, to: theirs }));
}

/** A value of a record as people read it: days and instants, yes and no. */
export function readable(value: string, translate: (key: string) => string): string {
  if (value === 'true' || value === 'false') return translate(`ra.boolean.${value}`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value);
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return formatInstant(value);
  return value;
}
