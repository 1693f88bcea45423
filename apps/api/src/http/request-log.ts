import type { FastifyInstance } from 'fastify';

/** One line a request: route, status, time taken and who; never a query string, a body or a cookie. */
export function logRequests(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
  });
  server.addHook('onResponse', async (request, reply) => {
    const actor = request.caller?.actor;
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? null,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        ...(actor?.kind === 'user' && {
          account: actor.id,
          role: actor.role,
          administration: actor.administrationId,
        }),
      },
      'request',
    );
  });
}
