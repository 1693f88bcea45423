import type { INestApplicationContext } from '@nestjs/common';
import { jobKinds, type JobKind } from '@nhip/core/jobs';
import { sendMail } from '@nhip/core/notices';
import { RunSchedule, runSchedule, WriteDigest, writeDigest } from '@nhip/core/operations';
import type { Call } from '@nhip/core/platform';
import { followFigures, FollowFigures } from '@nhip/core/scoring';
import { fireTimer, FireTimer, fireTimers, FireTimers } from '@nhip/core/workflow';

type Run = (payload: unknown, call: Call) => Promise<unknown>;

/** What the worker's processors do, job by job, without a queue in between. */
export function jobHandlers(context: INestApplicationContext): ReadonlyMap<string, Run> {
  const handler = <Payload>(
    kind: JobKind<Payload>,
    run: (payload: Payload, call: Call) => Promise<unknown>,
  ): [string, Run] => [kind.name, (payload, call) => run(kind.payload.parse(payload), call)];
  const handlers = new Map([
    handler(fireTimer, (payload, call) => context.get(FireTimer).execute(payload, call)),
    handler(fireTimers, (payload, call) => context.get(FireTimers).execute(payload, call)),
    handler(followFigures, (payload, call) => context.get(FollowFigures).execute(payload, call)),
    handler(runSchedule, (payload, call) => context.get(RunSchedule).execute(payload, call)),
    handler(writeDigest, (payload, call) => context.get(WriteDigest).execute(payload, call)),
    handler(sendMail, () => Promise.reject(new Error('The samples send no mail.'))),
  ]);
  const unhandled = jobKinds().filter(({ name }) => !handlers.has(name));
  if (unhandled.length > 0)
    throw new Error(`The samples know no handler for ${unhandled.map(({ name }) => name).join(', ')}.`);
  return handlers;
}
