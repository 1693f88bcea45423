import type { ExternalFigures, FigureSource } from '@nhip/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useDataProvider, useNotify } from 'ra-core';
import { useState } from 'react';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { ApiProblem } from '../../../providers/api-problem.js';
import type { NhipDataProvider } from '../../../providers/data-provider.js';
import { useSession } from '../../../session/SessionContext.js';
import { rebase } from '../../../shared/figure-grid/draft.js';
import { sameEntry } from '../../../shared/figure-grid/entry.js';
import type { Refused } from '../entry/entry-view.js';
import { commandCell, storedEntries } from '../entry/form-cells.js';
import { faultIn, type EntryDraft } from '../entry/use-entry-draft.js';
import { externalCells, unitOfKey } from './external-cells.js';

/**
 * Sends the cells that changed, of all units at once. They are compared with what the server has just before, so
 * that a colleague's figure is chosen over, not overwritten.
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
  const session = useSession();
  const queryClient = useQueryClient();
  const dataProvider = useDataProvider<NhipDataProvider>();
  const [busy, setBusy] = useState(false);
  const [merged, setMerged] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [refused, setRefused] = useState<Refused>(new Map());
  const { cells, changed, draft } = entry;

  /** Whether somebody changed one of the cells meanwhile; the page then shows both. */
  const overtaken = async (): Promise<boolean> => {
    const now = await session.api.send<ExternalFigures>({
      path: `/review-cycles/${cycle.id}/external-figures`,
    });
    const elementOf = (cell: string) => cells.get(cell)?.element;
    const after = rebase(draft, storedEntries(externalCells(now), language), (cell, one, other) => {
      const element = elementOf(cell);
      return element !== undefined && sameEntry(element, one, other, language);
    });
    return after.conflicts.size > 0;
  };

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
      if (await overtaken()) {
        setMerged(true);
        return;
      }
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
          })),
          language,
        },
      });
      entry.acknowledge(new Map(open.map(({ cell, typed }) => [cell, typed])));
      notify(text('resources.submissions.externalFigures.saved', { count: saved, units }), {
        type: 'success',
      });
    } catch (error) {
      setProblem(error);
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
