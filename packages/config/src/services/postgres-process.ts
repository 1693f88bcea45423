import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { commandOf } from './process-command.js';

interface Lock {
  pid: number;
  port: number;
}

const lockFile = (dataFolder: string) => join(dataFolder, 'postmaster.pid');

/** postmaster.pid: line 1 the process, line 4 the port. */
function readLock(dataFolder: string): Lock | undefined {
  try {
    const lines = readFileSync(lockFile(dataFolder), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch {
    return undefined;
  }
}

const isOurs = (lock: Lock | undefined, dataFolder: string): lock is Lock => {
  if (!lock) return false;
  const command = commandOf(lock.pid);
  return command === undefined || command.includes(dataFolder);
};

/** Whether the server of this folder runs (its main process lives); it may not take connections yet. */
export const isRunning = (dataFolder: string): boolean => isOurs(readLock(dataFolder), dataFolder);

/**
 * The port of the server of this folder where one runs and answers with this very data folder; waits while it is
 * starting or stopping. What merely answers on a port proves nothing.
 */
export async function findRunning(dataFolder: string, password: string): Promise<number | undefined> {
  for (const giveUpAt = Date.now() + 60_000; Date.now() < giveUpAt; await sleep(200)) {
    const lock = readLock(dataFolder);
    if (!isOurs(lock, dataFolder)) return undefined;
    if (!lock.port) continue;
    const client = new pg.Client({
      host: '127.0.0.1',
      port: lock.port,
      user: 'postgres',
      password,
      database: 'postgres',
      connectionTimeoutMillis: 5_000,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const answer = await client.query<{ data_directory: string }>('show data_directory');
      const folder = answer.rows[0]?.data_directory;
      return folder && existsSync(folder) && realpathSync(folder) === realpathSync(dataFolder)
        ? lock.port
        : undefined;
    } catch (error) {
      const code = (error as { code?: string }).code;
      if (code === '28P01')
        throw new Error(
          `A PostgreSQL runs on ${dataFolder} that does not take our password: stop process ${lock.pid}.`,
          { cause: error },
        );
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return undefined;
}

/**
 * After a crash the lock file may name a process number that someone else has by now, or one that is dead and not
 * reaped; PostgreSQL then refuses to start. Only the number is replaced by one no system gives out, so that the
 * server's own check for left-over sessions (by the shared memory the file names too) still works.
 */
export function loosenStaleLock(dataFolder: string): void {
  const lock = readLock(dataFolder);
  if (!lock || isOurs(lock, dataFolder)) return;
  const text = readFileSync(lockFile(dataFolder), 'utf8');
  writeFileSync(lockFile(dataFolder), text.replace(/^-?\d+/, '2147483646'));
}
