import type { HistoryItem } from '@nhip/contracts';
import { changesOf, type HistoryChange } from '../../shared/history.js';

/** The words in which a cycle's changes are told. */
export interface CycleWords {
  readonly unit: (id: string) => string;
  readonly stage: (name: string) => string;
  /** The name of a field of the record. */
  readonly field: (name: string) => string;
  readonly list: (names: readonly string[]) => string;
}

/** What follows from other fields, or says nothing to a reader. */
const SILENT =
  /^(id|revision|procedureVersionId|criteriaSetVersionId|previousCycleId|illustrative|createdAt)$|\.(at|rule)$/;

/**
 * An entry of a cycle: units by name, joined and left instead of list against list; a stage's deadline as day and
 * phrase under the stage's name.
 */
export function cycleChanges(
  item: Pick<HistoryItem, 'before' | 'after'>,
  words: CycleWords,
): readonly HistoryChange[] {
  if (!item.before) return [];
  const { active: activeBefore, excused: excusedBefore, ...before } = item.before;
  const units = [
    ...unitChanges('active', activeBefore, item.after['active'], words),
    ...unitChanges('excused', excusedBefore, item.after['excused'], words),
  ];
  const others = changesOf({ before, after: item.after })
    .filter(({ field }) => !SILENT.test(field))
    .map((change) => told(change, words));
  return [...others, ...units];
}

function unitChanges(
  field: 'active' | 'excused',
  before: unknown,
  after: unknown,
  words: CycleWords,
): readonly HistoryChange[] {
  if (!Array.isArray(before) || !Array.isArray(after)) return [];
  const left = before.filter((id) => !after.includes(id)).map((id) => words.unit(String(id)));
  const joined = after.filter((id) => !before.includes(id)).map((id) => words.unit(String(id)));
  if (left.length + joined.length === 0) return [];
  return [{ field: words.field(field), from: words.list(left), to: words.list(joined) }];
}

function told({ field, from, to }: HistoryChange, words: CycleWords): HistoryChange {
  const [first = '', second = ''] = field.split('.');
  if (first === 'dues') return { field: `${words.field('ownDeadline')} (${words.unit(second)})`, from, to };
  if (first === 'deadlines')
    return { field: `${words.field('deadline')} “${words.stage(second)}”`, from, to };
  if (first === 'stages') return { field: `${words.field('phrase')} “${words.stage(second)}”`, from, to };
  if (first === 'period') return { field: `${words.field('period')} (${words.field(second)})`, from, to };
  if (field === 'state') return { field: words.field('state'), from: words.stage(from), to: words.stage(to) };
  return { field: words.field(field), from, to };
}
