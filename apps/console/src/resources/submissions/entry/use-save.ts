import type { SavedFigures, SubmissionForm } from '@nhip/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useDataProvider, useNotify } from 'ra-core';
import { useState } from 'react';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { ApiProblem } from '../../../providers/api-problem.js';
import type { NhipDataProvider } from '../../../providers/data-provider.js';
import type { Refused } from './entry-view.js';
import { commandCell } from './form-cells.js';
import { faultIn, type EntryDraft } from './use-entry-draft.js';

const nothingRefused: Refused = new Map();
/** Somebody else was faster. */
const overtaken: ReadonlySet<string> = new Set(['REVISION_CONFLICT', 'FIGURES_OVERTAKEN']);

/**
 * Sends the cells that changed, all or none. What the server refuses stands beside its cell; when somebody else
 * was faster, the form is read again and merged, and the person looks before saving once more.
 */
export function useSave(form: SubmissionForm, entry: EntryDraft, focus: (cell: string) => void) {
  const text = useText();
  const language = useLanguage();
  const notify = useNotify();
  const queryClient = useQueryClient();
  const dataProvider = useDataProvider<NhipDataProvider>();
  const [busy, setBusy] = useState(false);
  const [merged, setMerged] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [refused, setRefused] = useState<Refused>(nothingRefused);
  const { cells, changed, draft } = entry;

  const save = async () => {
    setProblem(undefined);
    setMerged(false);
    setRefused(nothingRefused);
    const open = [...changed].flatMap(([cell, typed]) => {
      const of = cells.get(cell);
      return of?.row.editable === true ? [{ cell, typed, of }] : [];
    });
    const undecided = open.find(({ cell }) => draft.conflicts.has(cell));
    const faulty = open.find(({ of, typed }) => faultIn(of, typed, language) !== undefined);
    const first = undecided ?? faulty;
    if (first) return focus(first.cell);
    setBusy(true);
    try {
      // Whoever may fill the one kind of cells may not fill the other.
      const ofUnit = open.every(({ of }) => of.element.filledBy === 'unit');
      const { saved } = await dataProvider.command<Pick<SavedFigures, 'saved'>>(
        ofUnit
          ? {
              resource: 'submissions',
              id: form.id,
              verb: 'figures',
              revision: form.revision,
              body: { cells: open.map(({ of, typed }) => commandCell(of.row, typed)), language },
            }
          : {
              resource: 'review-cycles',
              id: form.cycle.id,
              verb: 'external-figures',
              body: {
                cells: open.map(({ of: { row }, typed }) => ({
                  unitId: form.unit.id,
                  ...commandCell(row, typed),
                  replaces: row.current?.version ?? null,
                })),
                language,
              },
            },
      );
      entry.acknowledge(new Map(open.map(({ cell, typed }) => [cell, typed])));
      notify(text('resources.submissions.draft.savedCells', { count: saved }), { type: 'success' });
      await queryClient.invalidateQueries();
    } catch (error) {
      if (error instanceof ApiProblem && overtaken.has(error.code)) setMerged(true);
      else setProblem(error);
      if (error instanceof ApiProblem && error.status === 409) await queryClient.invalidateQueries();
      const remarks = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
      const bySent = remarks.flatMap(({ path, message }) => {
        const sent = open[Number(/^cells\.(\d+)/.exec(path)?.[1] ?? -1)];
        return sent ? [[sent.cell, { message, entry: sent.typed }] as const] : [];
      });
      setRefused(new Map(bySent));
      const [at] = bySent;
      if (at) focus(at[0]);
    } finally {
      setBusy(false);
    }
  };
  return { save, busy, merged, problem, refused };
}
