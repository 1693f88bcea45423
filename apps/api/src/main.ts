import { EnvironmentError, apiEnvironment, readEnvironment, type ApiEnvironment } from '@nhip/config';
import { roleFault, schemaFault } from '@nhip/core/migrations';
import { Reader } from '@nhip/core/platform';
import { createApp } from './create-app.js';
import { createLog } from './log.js';

/** Something the operator has to mend before it can start. */
class StartRefused extends Error {}

const LONGEST_FAREWELL = 15_000;
const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

function refuseOpenHttp({ HOST, PUBLIC_URL }: ApiEnvironment): void {
  if (PUBLIC_URL === undefined && !loopback.has(HOST))
    throw new StartRefused(
      `HOST is ${HOST}: set PUBLIC_URL to the address people type (https://… behind a TLS proxy), or HOST to 127.0.0.1.`,
    );
}

/** A request or a database that hangs must not keep the process: nothing half done is committed. */
const endAnyway = () => setTimeout(() => process.exit(1), LONGEST_FAREWELL).unref();

async function start(): Promise<void> {
  // oxlint-disable-next-line node/no-process-env -- read here, once, and handed on
  const environment = readEnvironment(apiEnvironment, process.env);
  refuseOpenHttp(environment);
  const log = createLog(environment.LOG_LEVEL);
  const app = await createApp(
    {
      database: {
        url: environment.DATABASE_URL,
        pool: environment.DATABASE_POOL,
        timeZone: environment.TIME_ZONE,
      },
      evidenceDir: environment.EVIDENCE_DIR,
      publicUrl: environment.PUBLIC_URL,
      consoleDir: environment.CONSOLE_DIR,
      trustProxy: environment.TRUST_PROXY,
      rateLimits: {
        requests: environment.RATE_LIMIT_REQUESTS,
        writes: environment.RATE_LIMIT_WRITES,
        files: environment.RATE_LIMIT_FILES,
      },
    },
    log,
  );
  const reader = app.get(Reader);
  const fault = (await roleFault(reader)) ?? (await schemaFault(reader));
  if (fault !== undefined) {
    await app.close();
    throw new StartRefused(fault);
  }
  app.enableShutdownHooks();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, endAnyway);
  await app.listen(environment.PORT, environment.HOST);
  process.send?.('listening'); // to the program that started it, where that wants to know
}

start().catch((error: unknown) => {
  const told = error instanceof StartRefused || error instanceof EnvironmentError;
  process.stderr.write(`${told ? error.message : String((error as Error)?.stack ?? error)}\n`);
  process.exitCode = 1;
});
