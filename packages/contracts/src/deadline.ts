import { z } from 'zod';
import { day, reason } from './lists.js';

/**
 * A deadline as a document gives it: its phrase, or a day, or both (then the day decides, the phrase is kept and the
 * reason says why). Neither: no deadline.
 */
export const deadlineInput = z.strictObject({
  phrase: z.string().trim().max(500).nullish(),
  dueOn: day.nullish(),
  reason: reason.optional(),
});
export type DeadlineInput = z.infer<typeof deadlineInput>;

const remark = z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) });

/** What a phrase means, as the console shows it while one types; words by `describeDeadline`. */
export const deadlineReadingView = z.object({
  phrase: z.string(),
  class: z.string(),
  dueOn: day.nullable(),
  dueAt: z.iso.datetime().nullable(),
  rule: remark,
  warnings: z.array(remark),
  suggestion: day.nullable(),
  recurrence: z.enum(['day', 'week', 'month', 'quarter', 'year', 'ongoing']).nullable(),
  calendarVersion: z.string(),
  /** Set where a day was chosen by hand instead of the one the phrase gives. */
  override: z.object({ dueOn: day, reason: z.string().nullable() }).optional(),
});
export type DeadlineReadingView = z.infer<typeof deadlineReadingView>;

export const readDeadlineQuery = z.strictObject({
  phrase: z.string().trim().max(500),
  /** Day of the document; today where missing. */
  documentDay: day.optional(),
});
export type ReadDeadlineQuery = z.infer<typeof readDeadlineQuery>;
