import { createPostgresBackend, createRedisBackend, setDefaultBackendFactory } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { QueueSettings } from './senders.js';

export interface BackendOptions {
  readonly databaseUrl: string;
  /** Given: the queue lives in Redis; else in PostgreSQL beside the data. */
  readonly redisUrl?: string | undefined;
  /** Most connections of a queue in PostgreSQL. Each queue listens on one of its own. */
  readonly pool: number;
}

export interface Backend extends QueueSettings {
  close(): Promise<void>;
}

/**
 * Chooses where BullMQ keeps its jobs, for all of the process; call it before anything of BullMQ is made. Its
 * connections alone do not wait for the disk: what the queue forgets, the outbox sends again.
 */
export function openBackend({ databaseUrl, redisUrl, pool: max }: BackendOptions): Backend {
  if (redisUrl !== undefined) {
    setDefaultBackendFactory(createRedisBackend);
    const sending = new Redis(redisUrl, {
      maxRetriesPerRequest: 1,
      enableOfflineQueue: false,
      connectTimeout: 5_000,
      commandTimeout: 5_000,
    });
    sending.on('error', () => undefined); // the queues on it report it
    return {
      receiving: { url: redisUrl, maxRetriesPerRequest: null },
      sending,
      close: async () => sending.disconnect(),
    };
  }
  setDefaultBackendFactory(createPostgresBackend);
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max,
    application_name: 'nhip-queue',
    keepAlive: true,
    options:
      '-c search_path=bullmq -c synchronous_commit=off -c statement_timeout=10s -c lock_timeout=3s -c client_min_messages=warning',
  });
  pool.setMaxListeners(0); // every queue and worker listens for errors of the one pool
  const connection = pool as unknown as QueueSettings['receiving'];
  return { receiving: connection, sending: connection, close: () => pool.end() };
}
