import type { CriteriaSetContent } from '@nhip/contracts';
import { mergeContents } from './merge-contents.js';

/** A content being edited, with what it was before and after each step. */
export interface Draft {
  readonly present: CriteriaSetContent;
  readonly past: readonly CriteriaSetContent[];
  readonly future: readonly CriteriaSetContent[];
  /** Where the last step was taken: typing on at the same place is one step. */
  readonly at: string | undefined;
  /** As it is stored. */
  readonly saved: CriteriaSetContent;
  readonly revision: number;
}

export type DraftStep =
  | { readonly do: 'change'; readonly content: CriteriaSetContent; readonly at?: string }
  | { readonly do: 'undo' }
  | { readonly do: 'redo' }
  | { readonly do: 'saved'; readonly content: CriteriaSetContent; readonly revision: number }
  /** Somebody else's content: my changes are put on top of it, or theirs is taken. Both can be undone. */
  | {
      readonly do: 'rebase';
      readonly theirs: CriteriaSetContent;
      readonly revision: number;
      readonly keep: 'mine' | 'theirs';
    };

const MOST_STEPS = 200;

export const openDraft = (content: CriteriaSetContent, revision: number): Draft => ({
  present: content,
  past: [],
  future: [],
  at: undefined,
  saved: content,
  revision,
});

export const isChanged = ({ present, saved }: Draft): boolean =>
  present !== saved && JSON.stringify(present) !== JSON.stringify(saved);

export function draftAfter(draft: Draft, step: DraftStep): Draft {
  const { present, past, future } = draft;
  switch (step.do) {
    case 'change': {
      if (step.content === present) return draft;
      const goesOn = step.at !== undefined && step.at === draft.at && past.length > 0;
      return {
        ...draft,
        present: step.content,
        past: goesOn ? past : [...past.slice(-MOST_STEPS), present],
        future: [],
        at: step.at,
      };
    }
    case 'undo': {
      const before = past.at(-1);
      if (before === undefined) return draft;
      return {
        ...draft,
        present: before,
        past: past.slice(0, -1),
        future: [present, ...future],
        at: undefined,
      };
    }
    case 'redo': {
      const [after, ...rest] = future;
      if (after === undefined) return draft;
      return { ...draft, present: after, past: [...past, present], future: rest, at: undefined };
    }
    case 'saved':
      return { ...draft, saved: step.content, revision: step.revision, at: undefined };
    case 'rebase': {
      const based = { ...draft, saved: step.theirs, revision: step.revision, at: undefined };
      const next =
        step.keep === 'mine' ? mergeContents(draft.saved, present, step.theirs).content : step.theirs;
      return { ...based, present: next, past: [...past, present], future: [] };
    }
  }
}
