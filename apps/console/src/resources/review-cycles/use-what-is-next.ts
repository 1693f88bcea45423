import { roleLabels, type ProcedureDetail, type ReviewCycleView } from '@nhip/contracts';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { useAnswer } from '../../shared/use-answer.js';
import { leadingOn } from './leading-on.js';

/** Whose step comes next, for somebody who has none to take here; undefined where the reader acts, or nobody does. */
export function useWhatIsNext(cycle: ReviewCycleView): string | undefined {
  const text = useText();
  const language = useLanguage();
  const mine = cycle.actions.some(({ event }) => leadingOn.includes(event));
  const { data } = useAnswer<ProcedureDetail>(
    mine ? undefined : `/procedures/${encodeURIComponent(cycle.procedure.versionId)}`,
  );
  const state = data?.definition.states[cycle.state];
  if (mine || state === undefined || state.final) return undefined;
  const next = leadingOn.flatMap((event) => state.on[event] ?? []).find(({ by }) => by.length > 0);
  if (next?.names === undefined) return undefined;
  return text('resources.review-cycles.next', {
    step: nameIn(next.names, language),
    who: next.by.map((role) => roleLabels[role][language]).join(', '),
  });
}
