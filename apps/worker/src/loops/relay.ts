import { failExhausted, takeToSend, type OutboxRow } from '@nhip/core/jobs';
import type { Pool } from 'pg';
import { sqlOf } from '../queue/sql-of.js';

const BATCH = 500;
const PATIENCE = 1_500;

/**
 * Hands over at most 500 outbox rows, new ones and those not done in time. Their rows stay locked until the queue has
 * taken them: when it does not within 1.5 s all is rolled back, and they are sent later. Gives how many were sent.
 */
export async function relay(
  pool: Pool,
  send: (rows: readonly OutboxRow[]) => Promise<void>,
): Promise<{ sent: number; more: boolean }> {
  const client = await pool.connect();
  let broken = false;
  const lost = () => void (broken = true);
  // While the queue takes the jobs nobody asks anything of the connection: that it was lost is heard here.
  client.on('error', lost);
  try {
    await client.query('begin');
    const sql = sqlOf(client);
    await failExhausted(sql);
    const rows = await takeToSend(sql, BATCH);
    if (rows.length > 0) await within(PATIENCE, send(rows));
    await client.query('commit');
    return { sent: rows.length, more: rows.length === BATCH };
  } catch (error) {
    await client.query('rollback').catch(() => (broken = true));
    throw error;
  } finally {
    client.off('error', lost);
    client.release(broken);
  }
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The queue did not take the jobs within ${ms} ms.`)), ms);
  });
  work.catch(() => undefined); // may still fail after we stopped waiting
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
