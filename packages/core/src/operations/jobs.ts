import { z } from 'zod';
import { defineJob } from '../jobs/index.js';

/** A schedule fell due for a period. */
export const runSchedule = defineJob({
  name: 'operations.run-schedule',
  queue: 'work',
  payload: z.strictObject({ scheduleId: z.uuid(), periodKey: z.string().max(20) }),
});

/** One person's digest of one day. Beside mail: it concerns nothing else. */
export const writeDigest = defineJob({
  name: 'operations.write-digest',
  queue: 'mail',
  payload: z.strictObject({ accountId: z.uuid(), on: z.iso.date() }),
});
