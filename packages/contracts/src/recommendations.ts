import { z } from 'zod';
import { deadlineInput, deadlineReadingView } from './deadline.js';
import { unitShown } from './follow-up-parts.js';
import { day, listQuery, names, pageOf, reason, uuid } from './lists.js';

export const recommendationItem = z.object({
  id: uuid,
  title: z.string(),
  /** Who is to answer and act, as the document says it. */
  addressee: z.string(),
  /** The unit that recommends; null where the supervision team itself does. */
  unit: unitShown.nullable(),
  supervision: z.object({ id: uuid, title: z.string() }).nullable(),
  cycleId: uuid.nullable(),
  phrase: z.string().nullable(),
  dueOn: day.nullable(),
  state: z.string(),
  stateNames: names,
  /** The answer is due and has not come. */
  overdue: z.boolean(),
  doneOn: day.nullable(),
  illustrative: z.boolean(),
  openedAt: z.iso.datetime(),
  revision: z.number().int(),
});
export type RecommendationItem = z.infer<typeof recommendationItem>;

export const answerRecommendation = z.strictObject({
  text: z.string().trim().min(3).max(20_000),
  agrees: z.boolean(),
  documentNumber: z.string().trim().max(100).nullish(),
  documentOn: day.nullish(),
});
export type RecommendationAnswer = z.infer<typeof answerRecommendation>;

export const recommendationView = recommendationItem.extend({
  body: z.string(),
  reading: deadlineReadingView.nullable(),
  answer: z
    .object({
      text: z.string(),
      agrees: z.boolean(),
      documentNumber: z.string().nullable(),
      documentOn: day.nullable(),
    })
    .nullable(),
  actions: z.array(z.object({ event: z.string(), names: names.nullable(), reasonRequired: z.boolean() })),
});
export type RecommendationView = z.infer<typeof recommendationView>;

export const recommendationList = listQuery.extend({
  state: z.string().max(40).optional(),
  open: z.stringbool().optional(),
  unitId: uuid.optional(),
  cycleId: uuid.optional(),
  supervisionId: uuid.optional(),
});
export type RecommendationList = z.infer<typeof recommendationList>;
export const recommendationPage = pageOf(recommendationItem);

export const sendRecommendation = z.strictObject({
  title: z.string().trim().min(3).max(500),
  body: z.string().trim().max(20_000).default(''),
  addressee: z.string().trim().min(2).max(300),
  unitId: uuid,
  cycleId: uuid.nullish(),
  deadline: deadlineInput.default({}),
});
export type SendRecommendation = z.input<typeof sendRecommendation>;

/** By the side that recommends: the answer satisfies, or not; later: it is done. */
export const settleRecommendation = z.strictObject({
  event: z.enum(['accept-answer', 'return-answer', 'withdraw']),
  reason: reason.optional(),
});
export const finishRecommendation = z.strictObject({ doneOn: day.optional(), reason: reason.optional() });
