import {
  describeError,
  type FigureSource,
  type FigureState,
  type FormElement,
  type Language,
} from '@nhip/contracts';
import { useCallback, useEffect, useMemo, useState } from 'react';
import {
  acknowledge,
  changedCells,
  decide,
  entryIn,
  leave,
  put,
  rebase,
  redo,
  undo,
  type Draft,
  type Entries,
} from '../../../shared/figure-grid/draft.js';
import {
  readEntry,
  sameEntry,
  shownValue,
  typedInto,
  type Entry,
} from '../../../shared/figure-grid/entry.js';
import type { Placed } from '../../../shared/figure-grid/paste.js';
import { useMe } from '../../../session/SessionContext.js';
import { storedEntries, type FormCell } from './form-cells.js';
import { draftKey, keepDraft, recallDraft } from './stored-draft.js';

export type EntryColumn = 'value' | 'note';

/** What a person is typing into a form, kept in the browser until it is saved, merged with what others save. */
export function useEntryDraft(id: string, cells: ReadonlyMap<string, FormCell>, language: Language) {
  const { account } = useMe();
  const key = draftKey(account.id, id);
  const same = useCallback(
    (cell: string, one: Entry, other: Entry) => {
      const element = cells.get(cell)?.element;
      return element !== undefined && sameEntry(element, one, other, language);
    },
    [cells, language],
  );
  const [draft, setDraft] = useState<Draft>(() =>
    recallDraft(
      localStorage,
      key,
      storedEntries(cells, language),
      (cell) => cells.get(cell)?.element,
      same,
      language,
    ),
  );
  const [restored] = useState(draft.typed.size);

  // The form was read again: what others saved meanwhile is taken over or stands beside.
  useEffect(
    () => setDraft((before) => rebase(before, storedEntries(cells, language), same)),
    [cells, language, same],
  );

  const changed = useMemo(() => changedCells(draft, same), [draft, same]);
  useEffect(() => keepDraft(localStorage, key, draft, changed, language), [key, draft, changed, language]);

  const change = useCallback(
    (cell: string, by: (entry: Entry) => Entry, field?: EntryColumn) =>
      setDraft((before) => {
        const entry = entryIn(before, cell);
        return entry ? put(before, new Map([[cell, by(entry)]]), field && `${cell} ${field}`) : before;
      }),
    [],
  );
  const actions = useMemo(
    () => ({
      type: (cell: string, text: string) => change(cell, (entry) => typedInto(entry, text), 'value'),
      state: (cell: string, state: FigureState) => change(cell, (entry) => ({ ...entry, state, text: '' })),
      note: (cell: string, note: string) => change(cell, (entry) => ({ ...entry, note }), 'note'),
      source: (cell: string, source: FigureSource | null) => change(cell, (entry) => ({ ...entry, source })),
      paste: (placed: readonly Placed<EntryColumn>[]) => setDraft((before) => pasted(before, placed)),
      undo: () => setDraft(undo),
      redo: () => setDraft(redo),
      decide: (cell: string, kept: 'mine' | 'theirs') => setDraft((before) => decide(before, cell, kept)),
      acknowledge: (sent: Entries) => setDraft((before) => acknowledge(before, sent)),
      discard: () =>
        setDraft((before) =>
          put(
            { ...before, conflicts: new Set() },
            new Map(
              [...before.typed.keys()].flatMap((cell) => {
                const stored = before.stored.get(cell);
                return stored ? [[cell, stored] as const] : [];
              }),
            ),
          ),
        ),
    }),
    [change],
  );
  const left = useCallback(
    (cell: string) => setDraft((before) => leave(tidied(before, cell, cells.get(cell)?.element, language))),
    [cells, language],
  );
  return { draft, cells, changed, restored, left, ...actions };
}

export type EntryDraft = ReturnType<typeof useEntryDraft>;

function pasted(draft: Draft, placed: readonly Placed<EntryColumn>[]): Draft {
  const entries = new Map<string, Entry>();
  for (const { row, column, text } of placed) {
    const entry = entries.get(row) ?? entryIn(draft, row);
    if (entry) entries.set(row, column === 'value' ? typedInto(entry, text) : { ...entry, note: text });
  }
  return put(draft, entries);
}

/** A number that was read without a remark is written as it is shown everywhere: 1234 → 1.234. */
function tidied(draft: Draft, cell: string, element: FormElement | undefined, language: Language): Draft {
  const entry = draft.typed.get(cell);
  if (!element || entry?.state !== 'value') return draft;
  const read = readEntry(element, entry, language);
  if (read.kind !== 'figure' || read.remarks.length > 0) return draft;
  const text = shownValue(element, read.value, language);
  if (text === entry.text) return draft;
  return put(draft, new Map([[cell, { ...entry, text }]]), `${cell} value`);
}

/** What is wrong in a cell before anything is sent; undefined where it can be saved. */
export function faultIn({ element }: FormCell, entry: Entry, language: Language): string | undefined {
  const read = readEntry(element, entry, language);
  if (read.kind === 'blank') return describeError('NUMBER_BLANK', {}, language);
  return read.kind === 'fault' ? describeError(read.code, read.params, language) : undefined;
}
