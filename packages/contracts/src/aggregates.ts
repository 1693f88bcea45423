import { z } from 'zod';
import { aggregations } from './criteria.js';
import { names, uuid } from './lists.js';
import { scoringRunView } from './scoring.js';

/** Over what is summed: all units of the run, a peer group, or a unit of the tree with everything below it. */
export const aggregateScopes = ['administration', 'peer-group', 'parent'] as const;
export type AggregateScope = (typeof aggregateScopes)[number];

export const aggregatesQuery = z.strictObject({
  run: z.coerce.number().int().min(1).optional(),
  by: z.enum(aggregateScopes).default('administration'),
});

/** Exact numbers are decimal text; `value` is exact, `numerator/denominator`, in the indicator's measure. */
export const aggregateView = z.object({
  indicator: z.string(),
  aggregation: z.enum(aggregations),
  /** Units whose value counts. */
  units: z.number().int(),
  numerator: z.string().nullable(),
  denominator: z.string().nullable(),
  value: z.string().nullable(),
  shownValue: z.string().nullable(),
  /** Sum of the units' values as they are shown, where values are summed: rounding each and rounding the sum may differ. */
  sumOfShown: z.string().nullable(),
});
export type AggregateView = z.infer<typeof aggregateView>;

export const aggregatesView = z.object({
  run: scoringRunView,
  by: z.enum(aggregateScopes),
  items: z.array(
    z.object({
      /** The peer group or unit; null for the whole administration. */
      id: uuid.nullable(),
      code: z.string().nullable(),
      names: names.nullable(),
      units: z.number().int(),
      indicators: z.array(aggregateView),
    }),
  ),
});
export type AggregatesView = z.infer<typeof aggregatesView>;
