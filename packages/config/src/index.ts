export {
  apiEnvironment,
  migrateEnvironment,
  workerEnvironment,
  type ApiEnvironment,
  type MigrateEnvironment,
  type WorkerEnvironment,
} from './environment.js';
export { EnvironmentError, readEnvironment } from './read-environment.js';
