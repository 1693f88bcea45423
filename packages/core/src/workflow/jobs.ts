import { z } from 'zod';
import { defineJob } from '../jobs/index.js';

/** A timer that has fired: its event is still to be sent to its instance. */
export const fireTimer = defineJob({
  name: 'workflow.fire-timer',
  queue: 'work',
  payload: z.strictObject({ timerId: z.number().int() }),
});
