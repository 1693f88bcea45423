import type { FastifyReply, FastifyRequest } from 'fastify';

/** A single record goes out with its revision as ETag, which its next command sends back as If-Match. */
export async function tagWithRevision(
  _: FastifyRequest,
  reply: FastifyReply,
  answer: unknown,
): Promise<unknown> {
  const { revision } = (answer ?? {}) as { revision?: unknown };
  if (typeof revision === 'number') void reply.header('etag', `"${revision}"`);
  return answer;
}
