import { createHash, randomUUID } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Language } from '@nhip/contracts';
import type { Call, UserActor } from '@nhip/core/platform';
import { DomainError, type Instant } from '@nhip/core/shared';
import type { FastifyRequest } from 'fastify';
import { languageOf } from './language.js';

/** What the guard found out about a request before its route runs. */
export interface Caller {
  readonly actor: Call['actor'];
  readonly now: Instant;
}

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
  }
}

const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>();

const callerOf = (request: FastifyRequest): Caller => {
  if (request.caller === undefined) throw new Error(`${request.routeOptions.url} ran without its guard.`);
  return request.caller;
};

/**
 * The call of a use case: actor, business time, and the command's key from `Idempotency-Key`. A command without
 * the header gets a key of its own: it is done once, and once more when sent again.
 */
export const Calling = createParamDecorator((_: unknown, context: ExecutionContext): Call => {
  const request = requestOf(context);
  const { actor, now } = callerOf(request);
  return request.method === 'GET' ? { actor, now } : { actor, now, command: commandOf(request) };
});

/** The signed-in person, for reads: `query.execute(filter, actor)`. */
export const CurrentUser = createParamDecorator((_: unknown, context: ExecutionContext): UserActor => {
  const { actor } = callerOf(requestOf(context));
  if (actor.kind !== 'user') throw new DomainError('SESSION_MISSING');
  return actor;
});

const KEY = /^[\w.:-]{8,200}$/;

function commandOf(request: FastifyRequest): NonNullable<Call['command']> {
  const key = request.headers['idempotency-key'] ?? randomUUID();
  if (typeof key !== 'string' || !KEY.test(key)) throw new DomainError('IDEMPOTENCY_KEY_INVALID');
  return {
    key,
    type: `${request.method} ${request.routeOptions.url}`,
    fingerprint: fingerprintOf(request),
  };
}

/** SHA-256 over method, address and body: the same key with another of these is another request. */
function fingerprintOf({ method, url, body }: FastifyRequest): string {
  return createHash('sha256')
    .update(`${method} ${url}\n${JSON.stringify(body, bytesAsHash) ?? ''}`)
    .digest('hex');
}

const bytesAsHash = (_: string, value: unknown): unknown =>
  value instanceof Uint8Array ? createHash('sha256').update(value).digest('hex') : value;

/** The reader's language, where an answer holds sentences. */
export const ReaderLanguage = createParamDecorator((_: unknown, context: ExecutionContext): Language =>
  languageOf(requestOf(context).headers['accept-language']),
);

/** Exported so that the route table can tell which routes demand a revision. */
export function revisionOf(_: unknown, context: ExecutionContext): number {
  const header = requestOf(context).headers['if-match'];
  const digits = /^"?(\d{1,15})"?$/.exec(header ?? '')?.[1];
  if (digits === undefined) throw new DomainError('REVISION_MISSING');
  return Number(digits);
}

/** The revision the sender saw, from `If-Match: "7"`. Missing or unreadable: 428. */
export const Revision = createParamDecorator(revisionOf);
