import type { Page } from '@nhip/contracts';
import type { Sql } from '../shared/index.js';

/**
 * One page of a list. `text` is its whole statement, in order, whose rows carry `total` (`count(*) over ()`); limit
 * and offset are added here. Only a row can carry the total: behind the last page the first row is asked for it.
 */
export async function readPage<Row extends object>(
  sql: Sql,
  text: string,
  values: readonly unknown[],
  { page, perPage }: { readonly page: number; readonly perPage: number },
): Promise<Page<Row>> {
  const paged = `${text} limit $${values.length + 1} offset $${values.length + 2}`;
  const read = (limit: number, offset: number) =>
    sql.rows<Row & { total?: number }>(paged, [...values, limit, offset]);
  const rows = await read(perPage, (page - 1) * perPage);
  const [first] = rows.length > 0 || page === 1 ? rows : await read(1, 0);
  const total = first?.total ?? 0;
  for (const row of rows) delete row.total;
  return { items: rows, total };
}
