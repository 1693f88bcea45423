import { councilSteps, explanationDays, type CouncilStep } from '@nhip/contracts';
import { refuse, type Day, type Outcome } from '../../shared/index.js';

/** Urging may repeat; every other step is taken once. */
const REPEATED: CouncilStep = 'urge-again';
/** Before the deadline a team may urge, and no more. */
const BEFORE_THE_DEADLINE: readonly CouncilStep[] = ['urge', 'urge-again'];

export interface LadderStanding {
  /** Steps taken, oldest first, each with the day of its document. */
  readonly taken: readonly { readonly step: CouncilStep; readonly onDay: Day }[];
  /** The last day of the deadline; null without one: then every step is open. */
  readonly dueOn: Day | null;
  readonly overdue: boolean;
  readonly ended: boolean;
}

/** Steps that may follow: those above the last one, and urging again while nothing higher was taken. */
export function offeredSteps({ taken, dueOn, overdue, ended }: LadderStanding): CouncilStep[] {
  if (ended) return [];
  const last = taken.at(-1)?.step;
  const from = last === undefined ? 0 : councilSteps.indexOf(last) + (last === REPEATED ? 0 : 1);
  return councilSteps.filter(
    (step, place) =>
      place >= from &&
      (last !== undefined || step !== REPEATED) &&
      (overdue || dueOn === null || BEFORE_THE_DEADLINE.includes(step)),
  );
}

/** Whether the step passes over others that were never taken: urging again need not have been. */
export function passesOver(taken: LadderStanding['taken'], step: CouncilStep): boolean {
  const below = councilSteps.slice(0, councilSteps.indexOf(step)).filter((one) => one !== REPEATED);
  const last = taken.at(-1)?.step;
  const reached = last === undefined ? -1 : councilSteps.indexOf(last);
  return below.some((one) => councilSteps.indexOf(one) > reached);
}

/**
 * Refuses COUNCIL_STEP_EARLY (only urging before the deadline), COUNCIL_STEP_BACK, COUNCIL_STEP_SKIPS without a note,
 * COUNCIL_STEP_DATE for a document older than the step before, or of a day to come.
 */
export function nextStep(
  standing: LadderStanding,
  given: { readonly step: CouncilStep; readonly onDay: Day; readonly note: string },
  today: Day,
): Outcome<CouncilStep> {
  const { taken, dueOn } = standing;
  const { step, onDay, note } = given;
  if (!offeredSteps({ ...standing, overdue: true }).includes(step))
    return refuse('COUNCIL_STEP_BACK', { step });
  if (!offeredSteps(standing).includes(step)) return refuse('COUNCIL_STEP_EARLY', { dueOn });
  const after = taken.at(-1)?.onDay;
  if (onDay > today || (after !== undefined && onDay < after))
    return refuse('COUNCIL_STEP_DATE', { onDay, after: after ?? '–' });
  if (note === '' && passesOver(taken, step)) return refuse('COUNCIL_STEP_SKIPS', { step });
  return { ok: true, value: step };
}

/** How long an explanation session leaves to explain: calendar days, longer where the matter is complex. */
export const timeToExplain = (complex: boolean): string =>
  `trong ${complex ? explanationDays.complex : explanationDays.plain} ngày`;
