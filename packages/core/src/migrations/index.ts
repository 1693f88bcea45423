export { compareSchema, migrate, type MigrateOptions } from './migrate.js';
export { roleFault, schemaFault } from './database-faults.js';
