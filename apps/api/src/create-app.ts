import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { AppModule, type ApiSettings } from './app.module.js';
import { serveConsole } from './http/console-files.js';
import { tagWithRevision } from './http/etag.js';
import { takeForms } from './http/forms.js';
import { logRequests } from './http/request-log.js';
import { API_PREFIX, outsidePrefix, RouteTable } from './http/route-table.js';
import { refuseCrossSite } from './http/same-origin.js';
import { securityHeaders } from './http/security-headers.js';
import { nestLogger } from './log.js';

const MEBIBYTE = 1024 * 1024;

/** Commands whose allowed number of cells takes more than the common limit; in bytes. */
const largeCommands: Readonly<Record<string, number>> = {
  '/review-cycles/:id/external-figures': 8 * MEBIBYTE,
  '/criteria-sets': 8 * MEBIBYTE,
  '/criteria-sets/:id/edit': 8 * MEBIBYTE,
  '/criteria-sets/preview': 8 * MEBIBYTE,
  '/criteria-sets/formula-preview': 8 * MEBIBYTE,
};

/** The whole API, not yet listening. Fails when a route declares no permission. */
export async function createApp(settings: ApiSettings, log: Logger): Promise<NestFastifyApplication> {
  const server = createServer(settings, log);
  const adapter = new FastifyAdapter(server);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings), adapter, {
    bodyParser: false,
    logger: nestLogger(log),
    abortOnError: false,
  });
  app.get(RouteTable).refuseUndeclared();
  app.setGlobalPrefix(API_PREFIX, { exclude: outsidePrefix });
  await prepare(server, settings);
  await app.init();
  return app;
}

const createServer = (settings: ApiSettings, loggerInstance: FastifyBaseLogger): FastifyInstance =>
  fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: MEBIBYTE,
    requestTimeout: 60_000,
    trustProxy: settings.trustProxy.length === 0 ? false : [...settings.trustProxy],
  });

async function prepare(server: FastifyInstance, settings: ApiSettings): Promise<void> {
  await server.register(helmet, securityHeaders(settings.publicUrl?.startsWith('https:') ?? false));
  await server.register(cookie);
  server.removeContentTypeParser('text/plain');
  await takeForms(server);
  server.addHook('onRoute', (route) => {
    const limit = largeCommands[route.url.slice(`/${API_PREFIX}`.length)];
    if (limit !== undefined) route.bodyLimit = limit;
  });
  logRequests(server);
  server.addHook('onRequest', async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    refuseCrossSite(request, settings.publicUrl);
  });
  server.addHook('preSerialization', tagWithRevision);
  if (settings.consoleDir !== undefined) await serveConsole(server, settings.consoleDir);
}
