import type { ExternalFigures, FigureSource } from '@nhip/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useDataProvider, useNotify } from 'ra-core';
import { useState } from 'react';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { ApiProblem } from '../../../providers/api-problem.js';
import type { NhipDataProvider } from '../../../providers/data-provider.js';
import type { Refused } from '../entry/entry-view.js';
import { commandCell } from '../entry/form-cells.js';
import { faultIn, type EntryDraft } from '../entry/use-entry-draft.js';
import { unitOfKey } from './external-cells.js';

/**
 * Sends the cells that changed, of all units at once, each with the figure that was seen in it. Where a colleague was
 * faster nothing is saved: the page is read again and shows both, to be chosen from.
 */
export function useSaveExternal(
  { cycle }: Pick<ExternalFigures, 'cycle'>,
  entry: EntryDraft,
  source: FigureSource | null,
  focus: (cell: string) => void,
) {
  const text = useText();
  const language = useLanguage();
  const notify = useNotify();
  const queryClient = useQueryClient();
  const dataProvider = useDataProvider<NhipDataProvider>();
  const [busy, setBusy] = useState(false);
  const [merged, setMerged] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [refused, setRefused] = useState<Refused>(new Map());
  const { cells, changed, draft } = entry;

  const save = async () => {
    setProblem(undefined);
    setMerged(false);
    setRefused(new Map());
    const open = [...changed].flatMap(([cell, typed]) => {
      const of = cells.get(cell);
      return of?.row.editable === true ? [{ cell, of, typed }] : [];
    });
    const first =
      open.find(({ cell }) => draft.conflicts.has(cell)) ??
      open.find(({ of, typed }) => faultIn(of, typed, language) !== undefined);
    if (first) return focus(first.cell);
    setBusy(true);
    try {
      const sent = open.map(({ cell, of, typed }) => ({
        cell,
        typed: typed.source === null && source !== null ? { ...typed, source } : typed,
        row: of.row,
      }));
      const { saved, units } = await dataProvider.command<{ saved: number; units: number }>({
        resource: 'review-cycles',
        id: cycle.id,
        verb: 'external-figures',
        body: {
          cells: sent.map(({ cell, typed, row }) => ({
            unitId: unitOfKey(cell),
            ...commandCell(row, typed),
            replaces: row.current?.version ?? null,
          })),
          language,
        },
      });
      entry.acknowledge(new Map(open.map(({ cell, typed }) => [cell, typed])));
      notify(text('resources.submissions.externalFigures.saved', { count: saved, units }), {
        type: 'success',
      });
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'FIGURES_OVERTAKEN') setMerged(true);
      else setProblem(error);
      const remarks = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
      const bySent = remarks.flatMap(({ path, message }) => {
        const at = open[Number(/^cells\.(\d+)/.exec(path)?.[1] ?? -1)];
        return at ? [[at.cell, { message, entry: at.typed }] as const] : [];
      });
      setRefused(new Map(bySent));
    } finally {
      setBusy(false);
      await queryClient.invalidateQueries();
    }
  };
  return { save, busy, merged, problem, refused };
}
