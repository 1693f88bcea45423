// PostgreSQL and Redis as child services of the start script, the tests and the benches.
// API and worker never start a service: they get DATABASE_URL and, if wanted, REDIS_URL.
export { findOrInstall } from './find-or-install.js';
export { findFreePort } from './free-port.js';
export { discardPostgres, startPostgres, type PostgresOptions, type PostgresServer } from './postgres.js';
export { startRedis, type RedisOptions, type RedisServer } from './redis.js';
