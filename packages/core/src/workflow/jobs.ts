import { z } from 'zod';
import { defineJob } from '../jobs/index.js';

/** A timer that has fired: its event is still to be sent to its instance. */
export const fireTimer = defineJob({
  name: 'workflow.fire-timer',
  queue: 'work',
  payload: z.strictObject({ timerId: z.number().int() }),
});

/** Timers of one kind of record with one event that fired in one sweep: their records move on together. */
export const fireTimers = defineJob({
  name: 'workflow.fire-timers',
  queue: 'work',
  payload: z.strictObject({ timerIds: z.array(z.number().int()).min(1).max(500) }),
});
