import type { ClientBase, Pool } from 'pg';
import type { Sql } from '../shared/index.js';

/**
 * A stable name per text, so that every connection parses and plans a statement once. The product has some hundreds of
 * texts; beyond `most` a new one gets no name and is planned each time, so that nothing grows for ever, neither
 * here nor in the sessions of the server.
 */
export class StatementNames {
  private readonly names = new Map<string, string>();

  constructor(private readonly most: number) {}

  of(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= this.most) return known;
    const name = `s${this.names.size}`;
    this.names.set(text, name);
    return name;
  }
}

const names = new StatementNames(2_000);

export const preparedSql = (connection: ClientBase | Pool): Sql => ({
  async rows<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const name = names.of(text);
    const result = await connection.query({ ...(name !== undefined && { name }), text, values: [...values] });
    return result.rows as Row[];
  },
});

/**
 * Statements of set-based runs: planned each time, for the number of rows they really get, because a plan made for ten is
 * no plan for thousands. What the database itself looks up for each row (references) keeps its plans.
 */
export const plannedSql = (connection: ClientBase): Sql => ({
  async rows<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await connection.query({ text, values: [...values] })).rows as Row[];
  },
});
