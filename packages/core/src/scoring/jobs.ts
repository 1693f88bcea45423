import { z } from 'zod';
import { defineJob } from '../jobs/index.js';

/**
 * What scoring reads of a cycle has changed, of these units or (none given) of more than it is worth naming.
 * `participants`: it is they who take part, or no longer do, for the reason given.
 */
export const followFigures = defineJob({
  name: 'scoring.follow-figures',
  queue: 'bulk',
  payload: z.strictObject({
    cycleId: z.uuid(),
    unitIds: z.array(z.uuid()).optional(),
    participants: z.boolean().optional(),
    reason: z.string().optional(),
  }),
});
