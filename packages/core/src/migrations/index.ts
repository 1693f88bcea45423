export { compareSchema, migrate, type MigrateOptions } from './migrate.js';
