import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

export const LOG = Symbol('LOG');

/** Structured lines on standard output; payloads carry ids only. */
export const createLog = (level: string): Logger =>
  pino({ level, base: { process: 'worker' }, timestamp: pino.stdTimeFunctions.isoTime });

/** Nest's own messages in the same log. */
export const nestLogger = (log: Logger): LoggerService => ({
  log: (message: unknown, context?: unknown) => log.debug({ context }, String(message)),
  warn: (message: unknown, context?: unknown) => log.warn({ context }, String(message)),
  error: (message: unknown, stack?: unknown, context?: unknown) =>
    log.error({ context, stack }, String(message)),
});
