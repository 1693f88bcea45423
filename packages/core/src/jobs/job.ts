import type { z } from 'zod';

/** The queues. Few on purpose: each costs every worker a blocking connection. */
export const queueNames = ['work', 'bulk', 'mail'] as const;
export type QueueName = (typeof queueNames)[number];

/**
 * How a job that was sent and not done is sent again: first after so many seconds, each time after twice as many up to
 * the longest, and given up after so many sendings. Mail waits for a server of others: for days, if need be.
 */
export const sendingAgain: Readonly<
  Record<QueueName, { readonly first: number; readonly longest: number; readonly most: number }>
> = {
  work: { first: 2, longest: 300, most: 10 },
  bulk: { first: 2, longest: 300, most: 10 },
  mail: { first: 60, longest: 3_600, most: 80 },
};

/** A kind of job: imperative name `<feature>.<verb>`, the queue it runs on, the schema of what it carries (ids only). */
export interface JobKind<Payload = unknown> {
  readonly name: string;
  readonly queue: QueueName;
  readonly payload: z.ZodType<Payload>;
}

const kinds = new Map<string, JobKind>();

/** Declares a kind of job; two of one name stop the start. */
export function defineJob<Payload>(kind: JobKind<Payload>): JobKind<Payload> {
  if (kinds.has(kind.name)) throw new Error(`Two kinds of job are named "${kind.name}".`);
  kinds.set(kind.name, kind);
  return kind;
}

/** Every kind of job of the features that are loaded. */
export const jobKinds = (): readonly JobKind[] => [...kinds.values()];

/** One job to be handed to the queue after the transaction commits. */
export interface OutboxEntry {
  /** Unique for ever: the same key is never enqueued twice, and is the idempotency key of outside effects. */
  readonly key: string;
  readonly kind: JobKind;
  readonly payload: unknown;
}

export function job<Payload>(kind: JobKind<Payload>, key: string, payload: Payload): OutboxEntry {
  return { key: `${kind.name}/${key}`, kind, payload: kind.payload.parse(payload) };
}
