import type { Entry } from './entry.js';

export type Entries = ReadonlyMap<string, Entry>;
/** Whether two entries of a cell say the same. */
export type Same = (cell: string, one: Entry, other: Entry) => boolean;

/** One act of typing, choosing or pasting: each cell before and after. */
interface Step {
  readonly cells: ReadonlyMap<string, { readonly before: Entry; readonly after: Entry }>;
  /** Further typing in the same field joins the step. */
  readonly field: string | undefined;
}

/** What a person has typed over what the server has. */
export interface Draft {
  /** The server's entries as last seen. */
  readonly stored: Entries;
  /** Cells touched, as typed. */
  readonly typed: Entries;
  /** Cells that somebody else changed meanwhile to something else: one has to be chosen. */
  readonly conflicts: ReadonlySet<string>;
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

export const draftOf = (stored: Entries): Draft => ({
  stored,
  typed: new Map(),
  conflicts: new Set(),
  done: [],
  undone: [],
});

/** What stands in a cell; undefined where the form has no such cell. */
export const entryIn = ({ typed, stored }: Draft, cell: string): Entry | undefined =>
  typed.get(cell) ?? stored.get(cell);

const LONGEST_MEMORY = 200;

/** Puts entries into cells as one step. Typing on in one `field` of one cell is one step until it is left. */
export function put(draft: Draft, entries: Entries, field?: string): Draft {
  const known = [...entries].filter(([cell]) => draft.stored.has(cell));
  if (known.length === 0) return draft;
  const last = draft.done.at(-1);
  const joins = field !== undefined && last?.field === field;
  const cells = new Map(
    known.map(([cell, after]) => {
      const before = (joins ? last.cells.get(cell)?.before : undefined) ?? entryIn(draft, cell) ?? after;
      return [cell, { before, after }];
    }),
  );
  const earlier = joins ? draft.done.slice(0, -1) : draft.done;
  return {
    ...draft,
    typed: new Map([...draft.typed, ...known]),
    done: [...earlier, { cells, field }].slice(-LONGEST_MEMORY),
    undone: [],
  };
}

/** A field was left: what is typed there later is another step. */
export function leave(draft: Draft): Draft {
  const last = draft.done.at(-1);
  if (last?.field === undefined) return draft;
  return { ...draft, done: [...draft.done.slice(0, -1), { ...last, field: undefined }] };
}

export function undo(draft: Draft): Draft {
  const last = draft.done.at(-1);
  if (!last) return draft;
  const back = [...last.cells].map(([cell, { before }]): [string, Entry] => [cell, before]);
  return {
    ...draft,
    typed: new Map([...draft.typed, ...back]),
    done: draft.done.slice(0, -1),
    undone: [...draft.undone, { ...last, field: undefined }],
  };
}

export function redo(draft: Draft): Draft {
  const next = draft.undone.at(-1);
  if (!next) return draft;
  const again = [...next.cells].map(([cell, { after }]): [string, Entry] => [cell, after]);
  return {
    ...draft,
    typed: new Map([...draft.typed, ...again]),
    done: [...draft.done, next],
    undone: draft.undone.slice(0, -1),
  };
}

/** Cells that would be sent: those that say something else than the server's. */
export function changedCells(draft: Draft, same: Same): Entries {
  return new Map(
    [...draft.typed].filter(([cell, entry]) => {
      const stored = draft.stored.get(cell);
      return stored !== undefined && !same(cell, entry, stored);
    }),
  );
}

/** The server has taken these entries from here: they are nobody else's change. */
export const acknowledge = (draft: Draft, sent: Entries): Draft => ({
  ...draft,
  stored: new Map([...draft.stored, ...sent]),
});

/**
 * The draft over what the server has now. A cell typed in is kept; where somebody else changed it meanwhile to
 * something different, both stand side by side until one is chosen. Untouched cells take the server's.
 */
export function rebase(draft: Draft, server: Entries, same: Same): Draft {
  const typed = new Map<string, Entry>();
  const conflicts = new Set<string>();
  for (const [cell, mine] of draft.typed) {
    const theirs = server.get(cell);
    const before = draft.stored.get(cell);
    if (theirs === undefined || before === undefined || same(cell, mine, theirs)) continue;
    const contested = draft.conflicts.has(cell);
    if (same(cell, mine, before) && !contested) continue;
    typed.set(cell, mine);
    if (contested || !same(cell, theirs, before)) conflicts.add(cell);
  }
  return { ...draft, stored: server, typed, conflicts };
}

/** Decides a conflict: what is typed here, or what the server has. */
export function decide(draft: Draft, cell: string, kept: 'mine' | 'theirs'): Draft {
  const conflicts = new Set(draft.conflicts);
  conflicts.delete(cell);
  const theirs = draft.stored.get(cell);
  const settled = { ...draft, conflicts };
  return kept === 'mine' || theirs === undefined ? settled : put(settled, new Map([[cell, theirs]]));
}
