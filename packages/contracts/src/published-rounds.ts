import { z } from 'zod';
import { decimalText } from './criteria.js';
import { names, uuid, webAddress } from './lists.js';
import { reportingPeriod } from './review-cycles.js';

/** Where the results of a round stand that was not scored here. */
export const roundSource = z.strictObject({
  text: z.string().trim().min(3).max(500),
  address: webAddress.optional(),
});

/**
 * Results of the round before a cycle as they were published elsewhere. They serve for comparison only: nothing is
 * computed from them, and what is shown of them says that it was published, not computed here.
 */
export const enterPublishedRound = z.strictObject({
  names,
  period: reportingPeriod,
  /** The round was scored by the version of the criteria set that this cycle uses; else ranks are not compared. */
  sameCriteria: z.boolean(),
  source: roundSource,
  items: z
    .array(
      z.strictObject({
        unitId: uuid,
        points: decimalText.optional(),
        rank: z.number().int().min(1).optional(),
      }),
    )
    .min(1)
    .max(100_000),
});
export type EnterPublishedRound = z.infer<typeof enterPublishedRound>;
export const enteredPublishedRound = z.object({ revision: z.number().int(), units: z.number().int() });

export const publishedRoundView = z.object({
  names,
  period: reportingPeriod,
  sameCriteria: z.boolean(),
  source: roundSource,
  revision: z.number().int(),
  items: z.array(
    z.object({
      unitId: uuid,
      unit: z.object({ code: z.string(), names }),
      groupId: uuid.nullable(),
      points: z.string().nullable(),
      rank: z.number().int().nullable(),
    }),
  ),
});
export type PublishedRoundView = z.infer<typeof publishedRoundView>;
