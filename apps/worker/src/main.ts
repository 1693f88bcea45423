import { EnvironmentError, readEnvironment, workerEnvironment, type WorkerEnvironment } from '@nhip/config';
import { queueNames } from '@nhip/core/jobs';
import { roleFault, schemaFault } from '@nhip/core/migrations';
import pg from 'pg';
import { createWorker } from './create-worker.js';
import { createLog } from './log.js';
import { sqlOf } from './queue/sql-of.js';
import { Schedules } from './schedules.js';

/** Something the operator has to mend before it can start. */
class StartRefused extends Error {}

const LONGEST_FAREWELL = 15_000;
const FEWEST_QUEUE_CONNECTIONS = queueNames.length + 1;

/** Before any job is taken: the role must be the right one and the schema the one this program was made for. */
async function refuseUnfit(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const sql = sqlOf(client);
    const fault = (await roleFault(sql)) ?? (await schemaFault(sql));
    if (fault !== undefined) throw new StartRefused(fault);
  } finally {
    await client.end();
  }
}

/** Mail needs all three: where it goes, whom it comes from, and where its links lead. */
function mailOf({ SMTP_URL: url, MAIL_FROM: from, PUBLIC_URL: publicUrl }: WorkerEnvironment) {
  if (url === undefined) return undefined;
  if (from === undefined || publicUrl === undefined)
    throw new StartRefused('SMTP_URL needs MAIL_FROM and PUBLIC_URL beside it.');
  return { url, from, publicUrl };
}

/** A queue or database that hangs must not keep the process: what was begun is sent again. */
const endAnyway = () => setTimeout(() => process.exit(1), LONGEST_FAREWELL).unref();

async function start(): Promise<void> {
  // oxlint-disable-next-line node/no-process-env -- read here, once, and handed on
  const environment = readEnvironment(workerEnvironment, process.env);
  if (environment.REDIS_URL === undefined && environment.QUEUE_POOL < FEWEST_QUEUE_CONNECTIONS)
    throw new StartRefused(
      `QUEUE_POOL must be ${FEWEST_QUEUE_CONNECTIONS} or more: each queue listens on one.`,
    );
  const mail = mailOf(environment);
  await refuseUnfit(environment.DATABASE_URL);
  const log = createLog(environment.LOG_LEVEL);
  const worker = await createWorker({
    database: {
      url: environment.DATABASE_URL,
      pool: environment.DATABASE_POOL,
      timeZone: environment.TIME_ZONE,
    },
    redisUrl: environment.REDIS_URL,
    queuePool: environment.QUEUE_POOL,
    evidenceDir: environment.EVIDENCE_DIR,
    log,
    mail,
  });
  worker.enableShutdownHooks();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, endAnyway);
  worker.get(Schedules).start();
  log.info(
    { queue: environment.REDIS_URL === undefined ? 'postgres' : 'redis', mail: mail !== undefined },
    'working',
  );
}

start().catch((error: unknown) => {
  const told = error instanceof StartRefused || error instanceof EnvironmentError;
  process.stderr.write(`${told ? error.message : String((error as Error)?.stack ?? error)}\n`);
  process.exitCode = 1;
});
