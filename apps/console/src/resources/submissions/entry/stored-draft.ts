import { figureSource, figureStates, type Language } from '@nhip/contracts';
import { z } from 'zod';
import { rebase, draftOf, type Draft, type Entries, type Same } from '../../../shared/figure-grid/draft.js';
import { rewritten, type CellElement } from '../../../shared/figure-grid/entry.js';

const entry = z.object({
  state: z.enum(figureStates),
  text: z.string(),
  note: z.string(),
  source: figureSource.nullable(),
});
const keptDraft = z.object({
  language: z.enum(['vi', 'en']),
  cells: z.array(z.object({ cell: z.string(), mine: entry, before: entry })),
});

type Place = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Where a person's unsaved cells of a form are kept in this browser. */
export const draftKey = (accountId: string, formId: string): string => `nhip.draft.${accountId}.${formId}`;

/** Keeps what is typed and not saved, with what the server had then; nothing typed leaves nothing behind. */
export function keepDraft(
  place: Place,
  key: string,
  draft: Draft,
  changed: Entries,
  language: Language,
): void {
  const cells = [...changed].flatMap(([cell, mine]) => {
    const before = draft.stored.get(cell);
    return before ? [{ cell, mine, before }] : [];
  });
  if (cells.length === 0) place.removeItem(key);
  else place.setItem(key, JSON.stringify({ language, cells }));
}

/**
 * The draft to go on with: what was kept here over what the server has now. What somebody else changed in the
 * same cell since then becomes a conflict to be decided.
 */
export function recallDraft(
  place: Place,
  key: string,
  stored: Entries,
  elementOf: (cell: string) => CellElement | undefined,
  same: Same,
  language: Language,
): Draft {
  const fresh = draftOf(stored);
  const kept = keptDraft.safeParse(parsed(place.getItem(key)));
  if (!kept.success) return fresh;
  const known = kept.data.cells.flatMap(({ cell, mine, before }) => {
    const element = elementOf(cell);
    if (!element) return [];
    const inThis = (one: typeof mine) => rewritten(element, one, kept.data.language, language);
    return [{ cell, mine: inThis(mine), before: inThis(before) }];
  });
  const then = {
    ...fresh,
    stored: new Map([...stored, ...known.map(({ cell, before }) => [cell, before] as const)]),
    typed: new Map(known.map(({ cell, mine }) => [cell, mine])),
  };
  return rebase(then, stored, same);
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
