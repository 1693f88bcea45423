export * from './canonical-json.js';
export * from './day.js';
export * from './domain-error.js';
export * from './field-faults.js';
export * from './instant.js';
export * from './period.js';
export * from './ratio.js';
export * from './rounding.js';
export type { Sql } from './sql.js';
