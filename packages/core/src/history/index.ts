export * from './history-entry.js';
export { appendHistory } from './append-history.js';
export { changedSince } from './changed-since.js';
