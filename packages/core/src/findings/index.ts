export * from './domain/identities.js';
export * from './domain/published-figure.js';
