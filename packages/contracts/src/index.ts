export * from './roles.js';
export * from './errors.js';
export * from './lists.js';
export * from './procedures.js';
export * from './messages.js';
export * from './dates.js';
export * from './numbers.js';
export * from './number-errors.js';
