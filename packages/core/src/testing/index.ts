export { clusterUrl, createTestDatabase, prepareTemplate, urlOf, type TestDatabase } from './postgres.js';
