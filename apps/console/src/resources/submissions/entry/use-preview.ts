import type { PreviewedScores, PreviewFigures, SubmissionForm } from '@nhip/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useLanguage } from '../../../i18n/use-text.js';
import { useSession } from '../../../session/SessionContext.js';
import { commandCell } from './form-cells.js';
import { isTold } from './live-rate.js';
import type { EntryDraft } from './use-entry-draft.js';

/** Typing rests this long before the points are asked for. */
const PAUSE_MS = 500;

/** The points the figures as typed would give, from the server: the same evaluation as a scoring run. */
export function usePreview(
  { id, revision, indicators, calculated }: SubmissionForm,
  { cells, changed }: Pick<EntryDraft, 'cells' | 'changed'>,
): PreviewedScores | undefined {
  const session = useSession();
  const language = useLanguage();
  const body = useMemo<PreviewFigures>(
    () => ({
      language,
      cells: [...changed].flatMap(([cell, entry]) => {
        const row = cells.get(cell)?.row;
        if (row === undefined) return [];
        const { element, month, state, value } = commandCell(row, entry);
        return [
          { element, state, ...(month !== undefined && { month }), ...(value !== undefined && { value }) },
        ];
      }),
    }),
    [cells, changed, language],
  );
  const rested = useRested(body);
  const { data } = useQuery({
    queryKey: ['preview', id, revision, rested],
    enabled: indicators.some(
      (indicator) =>
        indicator.maxPoints !== '0' || isTold(indicator, new Set(calculated.map(({ code }) => code))),
    ),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      session.api.send<PreviewedScores>({
        method: 'POST',
        path: `/submissions/${id}/preview`,
        body: rested,
        signal,
      }),
  });
  return data;
}

function useRested<Value>(value: Value): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
