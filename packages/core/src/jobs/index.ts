export * from './job.js';
export * from './outbox.js';
