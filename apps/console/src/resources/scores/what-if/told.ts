import {
  figureStateTexts,
  supposedContent,
  whatIfChanges,
  type CriteriaSetContent,
  type HistoryItem,
  type Language,
  type Names,
  type PresentFigure,
  type WhatIfChanges,
} from '@nhip/contracts';
import { nameIn } from '../../../session/language.js';
import { shownValue } from '../../../shared/figure-grid/entry.js';
import { changesOf, type ToldChange } from '../../../shared/history.js';
import { compareContents } from '../../criteria-sets/compare/compare-contents.js';
import { gateInWords } from '../../criteria-sets/set-words.js';

/** One difference between two contents; `of` is the part that has it, nothing for the set as a whole. */
interface ToldDifference extends ToldChange {
  readonly of: string;
}

interface KindWords {
  readonly added: string;
  readonly removed: string;
}

/** What is different, from what to what; a gate that comes or goes is told with its condition and its effect. */
export function toldDifferences(
  before: CriteriaSetContent,
  after: CriteriaSetContent,
  words: KindWords,
  language: Language,
): ToldDifference[] {
  return compareContents(before, after, language).flatMap(
    ({ part, kind, code, name, changes }): ToldDifference[] => {
      const of = part === 'set' ? '' : name;
      if (kind === 'changed') return changes.map((change) => ({ of, ...change }));
      const within = kind === 'added' ? after : before;
      const gate = part === 'gates' ? within.gates.find((one) => one.code === code) : undefined;
      return [{ of: '', field: words[kind], to: gate ? gateInWords(gate, within, language) : name }];
    },
  );
}

/** A figure as people read it, or the word of its state. */
export function figureInWords(
  { dataElements }: CriteriaSetContent,
  { element, state, value }: Omit<PresentFigure, 'unitId'>,
  language: Language,
): string {
  const named = dataElements.find(({ code }) => code === element);
  return value === null || named === undefined
    ? figureStateTexts[state][language]
    : shownValue({ ...named, tiers: named.tiers ?? null }, value, language);
}

export interface HistoryWords extends KindWords {
  /** What a figure is again that is no longer supposed. */
  readonly asRecorded: string;
  readonly unitName: (unitId: string) => string;
}

/** What an entry of a what-if's history changed of what is supposed, and its name and note. */
export function historyChanges(
  item: Pick<HistoryItem, 'before' | 'after'>,
  content: CriteriaSetContent,
  words: HistoryWords,
  language: Language,
): ToldChange[] {
  const plain = changesOf(item).filter(({ field }) => field === 'name' || field === 'note');
  const [was, is] = [item.before, item.after].map((record) => {
    const read = whatIfChanges.safeParse((record as { changes?: unknown } | null)?.changes);
    return read.success ? read.data : undefined;
  });
  if (was === undefined || is === undefined) return plain;
  const differences = toldDifferences(
    supposedContent(content, was),
    supposedContent(content, is),
    words,
    language,
  );
  return [
    ...plain,
    ...differences.map(({ of, field, ...told }) => ({
      ...told,
      field: of === '' ? field : `${of} · ${field}`,
    })),
    ...figureChanges(was, is, content, words, language),
  ];
}

function figureChanges(
  was: WhatIfChanges,
  is: WhatIfChanges,
  content: CriteriaSetContent,
  { unitName, asRecorded }: HistoryWords,
  language: Language,
): ToldChange[] {
  const keyOf = ({ unitId, element }: { unitId: string; element: string }) => `${unitId} ${element}`;
  const earlier = new Map(was.figures.map((figure) => [keyOf(figure), figure]));
  const now = new Map(is.figures.map((figure) => [keyOf(figure), figure]));
  return [...new Map([...earlier, ...now])].flatMap(([key, { unitId, element }]): ToldChange[] => {
    const [before, after] = [earlier.get(key), now.get(key)].map((figure) =>
      figure === undefined ? asRecorded : figureInWords(content, figure, language),
    );
    if (before === undefined || after === undefined || before === after) return [];
    const names: Names = content.dataElements.find(({ code }) => code === element)?.names ?? { vi: element };
    return [{ field: `${unitName(unitId)} · ${nameIn(names, language)}`, from: before, to: after }];
  });
}
