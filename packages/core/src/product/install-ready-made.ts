import type { INestApplicationContext } from '@nestjs/common';
import type { ProcedureDefinitionInput } from '@nhip/contracts';
import { decreedDays, RecordDaysOff } from '../calendar/index.js';
import { IssueReadyCriteriaSet, readyCriteriaSets } from '../criteria/index.js';
import { followUpProcedures } from '../follow-ups/index.js';
import { INSTALLATION, type Call } from '../platform/index.js';
import { reviewCycleProcedures } from '../review-cycles/index.js';
import { instant } from '../shared/index.js';
import { SUBMISSION_PROCEDURE, submissionProcedure } from '../submissions/index.js';
import { readyCauses, RecordCauses, taskProcedures } from '../tasks/index.js';
import { IssueProcedure } from '../workflow/index.js';

/** Procedures that come with the product, by code. */
const procedures: Readonly<Record<string, ProcedureDefinitionInput>> = {
  ...reviewCycleProcedures,
  ...taskProcedures,
  ...followUpProcedures,
  [SUBMISSION_PROCEDURE]: submissionProcedure,
};

/**
 * Puts what comes with the product into the installation: decreed days off, causes, procedures and criteria sets. Safe
 * to repeat: what is there already stays, a changed procedure or set becomes its next version.
 */
export async function installReadyMade(context: INestApplicationContext): Promise<void> {
  // What the product ships holds from the beginning, so that reviews of earlier years can run under it.
  const call: Call = {
    actor: { kind: 'system', id: 'installation', administrationId: INSTALLATION },
    now: instant('2020-01-01T00:00:00Z'),
  };
  await context.get(RecordDaysOff).execute({ days: decreedDays }, call);
  await context.get(RecordCauses).execute({ causes: readyCauses }, call);
  for (const [code, definition] of Object.entries(procedures)) {
    await context.get(IssueProcedure).execute({ code, definition }, call);
  }
  for (const set of readyCriteriaSets()) await context.get(IssueReadyCriteriaSet).execute(set, call);
}
