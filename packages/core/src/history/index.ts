export * from './history-entry.js';
export { appendHistory } from './append-history.js';
