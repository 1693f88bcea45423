export * from './history-entry.js';
export { appendHistory, appendsAtOnce } from './append-history.js';
export { changedSince } from './changed-since.js';
