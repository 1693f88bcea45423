import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { Sql } from '../shared/index.js';
import { preparedSql } from './prepared.js';
import { DATA_SOURCE } from './tokens.js';

/** The read side: queries go straight to SQL on the pool, outside any unit of work, and write nothing. */
@Injectable()
export class Reader implements Sql {
  private readonly sql: Sql;

  constructor(@Inject(DATA_SOURCE) dataSource: DataSource) {
    this.sql = preparedSql(poolOf(dataSource));
  }

  rows<Row>(text: string, values?: readonly unknown[]): Promise<Row[]> {
    return this.sql.rows<Row>(text, values);
  }
}

/** TypeORM's own pool: one a process, shared by use cases and reads. */
export function poolOf(dataSource: DataSource): Pool {
  return (dataSource.driver as unknown as { master: Pool }).master;
}
