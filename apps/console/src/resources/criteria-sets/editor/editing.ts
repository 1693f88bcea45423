import type { CriteriaRemark, CriteriaSetContent } from '@nhip/contracts';
import { createContext, useContext } from 'react';
import { valueAt, type ContentPath } from './content-path.js';
import type { SampleFigures } from './sample.js';

/** What stands wrong at a place: of the schema (it cannot be kept so), or of the linter. */
export interface PlaceRemark {
  readonly severity: CriteriaRemark['severity'] | 'invalid';
  readonly path: ContentPath;
  readonly message: string;
}

interface Editing {
  readonly content: CriteriaSetContent;
  readonly versionId: string;
  /** Whether the content fits the schema, so that the server can be asked about it. */
  readonly valid: boolean;
  readonly remarks: readonly PlaceRemark[];
  /** A new content; `at` joins typing at one place into one step. */
  readonly change: (content: CriteriaSetContent, at?: string) => void;
  readonly edit: (path: ContentPath, value: unknown) => void;
  /** Opens the form of a line, or where there is no room for both only chooses it in the tree. */
  readonly choose: (line: string, where?: 'form' | 'tree') => void;
  /** What is tried with; not part of the draft. */
  readonly figures: SampleFigures;
  readonly onFigures: (figures: SampleFigures) => void;
}

export const EditingContext = createContext<Editing | undefined>(undefined);

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (editing === undefined) throw new Error('outside of the editor');
  return editing;
}

/** The value at a place, how to change it, and the first thing wrong exactly there. */
export function useAt(path: ContentPath) {
  const { content, edit, remarks } = useEditing();
  const remark = remarks.find((one) => one.path === path);
  return { value: valueAt(content, path), set: (value: unknown) => edit(path, value), remark };
}
