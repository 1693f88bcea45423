import type { StageDeadlineInput } from '@nhip/contracts';
import { readDeadline, type WorkingCalendar } from '../../calendar/index.js';
import {
  accept,
  addDays,
  dayAt,
  instantAt,
  refuse,
  type Day,
  type Instant,
  type Outcome,
} from '../../shared/index.js';
import type { Deadline } from '../../workflow/index.js';

/** The words a stage's deadline came in, kept beside the day they mean. */
export interface StageWords {
  readonly phrase: string | null;
  readonly rule: string | null;
}

export interface StageDeadline {
  readonly stage: string;
  readonly deadline: Deadline;
  readonly words: StageWords;
}

/**
 * Reads a stage deadline given as a day, as a phrase ("trước ngày 18/10"), or both: then the day decides and
 * the phrase is kept. Refuses DEADLINE_NOT_A_DAY for a phrase without a day and DEADLINE_PAST for a day that is over.
 */
export function readStageDeadline(
  input: StageDeadlineInput,
  calendar: WorkingCalendar,
  now: Instant,
  zone: string,
): Outcome<StageDeadline> {
  const today = dayAt(now, zone);
  const reading =
    input.phrase === undefined
      ? undefined
      : readDeadline(input.phrase, { documentDay: today, calendar, zone });
  const dueOn = (input.dueOn as Day | undefined) ?? reading?.dueOn ?? null;
  if (dueOn === null) return refuse('DEADLINE_NOT_A_DAY', { phrase: input.phrase ?? '' });
  if (dueOn < today) return refuse('DEADLINE_PAST', { dueOn });
  const readsSo = reading?.dueOn === dueOn;
  return accept({
    stage: input.stage,
    deadline: {
      on: dueOn,
      at: (readsSo ? reading.dueAt : null) ?? instantAt(addDays(dueOn, 1), '00:00', zone),
    },
    words: { phrase: input.phrase ?? null, rule: readsSo ? reading.rule.code : null },
  });
}
