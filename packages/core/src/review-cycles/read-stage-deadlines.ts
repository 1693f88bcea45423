import type { StageDeadlineInput } from '@nhip/contracts';
import type { Calendars } from '../calendar/index.js';
import type { Transaction } from '../platform/index.js';
import { DomainError, valueOrThrow } from '../shared/index.js';
import { procedureVersion } from '../workflow/index.js';
import { readStageDeadline, type StageDeadline } from './domain/stage-deadline.js';
import { stagesWithDeadline } from './domain/stages.js';

/** Reads the deadlines given for stages of the procedure; STAGE_UNKNOWN for a stage without one. */
export async function readStageDeadlines(
  tx: Transaction,
  calendars: Calendars,
  procedure: { readonly procedureVersionId: string },
  inputs: readonly StageDeadlineInput[],
): Promise<StageDeadline[]> {
  if (inputs.length === 0) return [];
  const { content } = await procedureVersion(tx, procedure.procedureVersionId);
  const stages = stagesWithDeadline(content);
  const calendar = await calendars.of(tx, tx.administrationId);
  return inputs.map((input) => {
    if (!stages.includes(input.stage))
      throw new DomainError('STAGE_UNKNOWN', { stage: content.states[input.stage]?.names ?? input.stage });
    return valueOrThrow(readStageDeadline(input, calendar, tx.now, calendars.zone));
  });
}
