import { z } from 'zod';
import { defineJob } from '../jobs/index.js';

/** A mail that waits to be sent. On a queue of its own: a server that hangs holds up nothing but mail. */
export const sendMail = defineJob({
  name: 'notices.send-mail',
  queue: 'mail',
  payload: z.strictObject({ mailId: z.uuid() }),
});
