export * from './roles.js';
export * from './errors.js';
export * from './lists.js';
export * from './procedures.js';
export * from './messages.js';
