import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

export const LOG = Symbol('LOG');

/** Structured lines on standard output; payloads carry ids only. */
export const createLog = (level: string): Logger =>
  pino({
    level,
    base: { process: 'worker' },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: withoutClient },
  });

/** A lost connection's error carries its whole client: pages of it in the log, and the key that cancels its queries. */
function withoutClient(error: Error): object {
  const { client: _, ...told } = pino.stdSerializers.err(error);
  return told;
}

/** Nest's own messages in the same log. */
export const nestLogger = (log: Logger): LoggerService => ({
  log: (message: unknown, context?: unknown) => log.debug({ context }, String(message)),
  warn: (message: unknown, context?: unknown) => log.warn({ context }, String(message)),
  error: (message: unknown, stack?: unknown, context?: unknown) =>
    log.error({ context, stack }, String(message)),
});
