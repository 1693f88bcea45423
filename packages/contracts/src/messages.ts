import { platformErrors, type ErrorText, type Language } from './errors.js';
import { organisationErrors } from './organisation.js';
import { peopleErrors } from './people.js';
import { systemErrors } from './system.js';
import { fieldErrors } from './field-errors.js';
import { criteriaErrors } from './criteria-errors.js';
import { appraisalErrors } from './appraisals.js';
import { publishedRoundErrors } from './published-rounds.js';
import { scoringErrors } from './scoring.js';
import { whatIfErrors } from './what-if.js';
import { demoClockErrors } from './demo-clock.js';
import { reviewCycleErrors } from './review-cycles.js';
import { taskErrors } from './task-errors.js';
import { followUpErrors } from './follow-up-errors.js';
import { workflowErrors } from './procedures.js';
import { numberErrors } from './number-errors.js';
import { exactnessErrors } from './exactness-errors.js';
import { evidenceErrors } from './evidence.js';
import { findingErrors } from './findings.js';
import { submissionErrors } from './submissions.js';
import { operationErrors } from './operations.js';
import { scheduleErrors } from './schedules.js';
import { fill } from './fill.js';

/** Every error table of the product, joined. A code stands in one table only (a spec checks). */
export const errorTables = [
  platformErrors,
  organisationErrors,
  peopleErrors,
  systemErrors,
  fieldErrors,
  criteriaErrors,
  scoringErrors,
  publishedRoundErrors,
  appraisalErrors,
  whatIfErrors,
  demoClockErrors,
  reviewCycleErrors,
  taskErrors,
  followUpErrors,
  workflowErrors,
  numberErrors,
  exactnessErrors,
  submissionErrors,
  findingErrors,
  evidenceErrors,
  scheduleErrors,
  operationErrors,
] as const satisfies readonly Record<string, ErrorText>[];

const texts = new Map<string, ErrorText>(errorTables.flatMap((table) => Object.entries(table)));

export const errorText = (code: string): ErrorText | undefined => texts.get(code);

export function describeError(
  code: string,
  params: Readonly<Record<string, unknown>>,
  language: Language,
): string {
  const text = texts.get(code) ?? platformErrors.INTERNAL;
  return fill(text[language], params);
}
