import pg from 'pg';
import { DataSource, type EntitySchema, type MixedList } from 'typeorm';

export interface DatabaseOptions {
  /** Connection address with role and password; never logged. */
  readonly url: string;
  /** Most connections the process holds for use cases and reads. */
  readonly pool: number;
  readonly entities?: MixedList<string | Function | EntitySchema>;
  /** The zone in which days begin and deadlines end; Vietnam's where missing. */
  readonly timeZone?: string;
  /** Shown in pg_stat_activity. */
  readonly applicationName?: string;
}

const TIMESTAMPTZ = 1184;
const DATE = 1082;
const BIGINT = 20;

/** Instants as ISO text in UTC with milliseconds, days as `YYYY-MM-DD`, bigint as number (all ours are below 2^53). */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format !== 'binary') {
      if (oid === TIMESTAMPTZ) return (text: string) => new Date(text).toISOString();
      if (oid === DATE) return (text: string) => text;
      if (oid === BIGINT) return Number;
    }
    return pg.types.getTypeParser(oid, format);
  },
};

/**
 * The process's one pool for use cases and reads. A paused process holds nothing for long: short time-outs on
 * every connection; set-based runs lengthen them for their own transaction.
 */
export function createDataSource(options: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    entities: options.entities ?? [],
    applicationName: options.applicationName ?? 'nhip',
    extra: {
      max: options.pool,
      // Statements sent together are not held back until the one before is answered.
      pipeline: true,
      types,
      options:
        '-c idle_in_transaction_session_timeout=5s -c lock_timeout=3s -c statement_timeout=10s -c timezone=UTC -c client_min_messages=warning',
    },
  });
}
