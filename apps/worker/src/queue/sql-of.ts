import type { Sql } from '@nhip/core/platform';
import type { ClientBase, Pool } from 'pg';

/** SQL on a connection of the worker's own loops: outbox and timers, never a feature's tables. */
export const sqlOf = (connection: ClientBase | Pool): Sql => ({
  async rows<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await connection.query(text, [...values])).rows as Row[];
  },
});
