import type { ClientBase, Pool } from 'pg';
import type { Sql } from '../shared/index.js';

const names = new Map<string, string>();

/** A stable name per text, so that every connection parses and plans a statement once. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = `s${names.size}`;
    names.set(text, name);
  }
  return name;
}

export const preparedSql = (connection: ClientBase | Pool): Sql => ({
  async rows<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const result = await connection.query({ name: nameOf(text), text, values: [...values] });
    return result.rows as Row[];
  },
});
