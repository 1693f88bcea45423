import { DATA_SOURCE, poolOf, type Sql } from '@nhip/core/platform';
import type { INestApplicationContext } from '@nestjs/common';

/** Statements outside any unit of work, for the clock alone: business time is machinery, not a record. */
export function clockSql(context: INestApplicationContext): Sql {
  const pool = poolOf(context.get<Parameters<typeof poolOf>[0]>(DATA_SOURCE));
  return {
    async rows<Row>(text: string, values: readonly unknown[] = []) {
      return (await pool.query<Row & object>(text, [...values])).rows as Row[];
    },
  };
}
