import { z } from 'zod';
import { names, uuid } from './lists.js';

export const unitShown = z.object({ id: uuid, code: z.string(), names });

/** Tasks by official class: work state × clock. */
export const taskCounts = z.object({
  total: z.number().int(),
  doneOnTime: z.number().int(),
  doneLate: z.number().int(),
  openInTime: z.number().int(),
  openOverdue: z.number().int(),
});
