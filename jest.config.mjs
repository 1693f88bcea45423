// One project a kind of test; tools/check/specs.mjs says which services each of them gets.
const swc = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2022',
    keepClassNames: true,
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
  swcrc: false,
};
const swcWithJsx = {
  ...swc,
  jsc: {
    ...swc.jsc,
    parser: { ...swc.jsc.parser, tsx: true },
    transform: { ...swc.jsc.transform, react: { runtime: 'automatic' } },
  },
};
const base = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.ts$': ['@swc/jest', swc], '^.+\\.tsx$': ['@swc/jest', swcWithJsx] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  setupFiles: ['<rootDir>/tools/check/seed.mjs'],
};
/** Only `roots` are searched for spec files: without them jest reads all of node_modules at every start. */
export const kinds = {
  unit: {
    roots: ['<rootDir>/packages', '<rootDir>/apps', '<rootDir>/tools'],
    testMatch: ['**/src/**/*.spec.{ts,tsx}', '**/tools/rules/**/*.spec.ts'],
    testPathIgnorePatterns: ['\\.db\\.spec\\.ts$', '/node_modules/', '/dist/'],
  },
  database: { roots: ['<rootDir>/packages/core'], testMatch: ['**/src/**/*.db.spec.ts'] },
  api: { roots: ['<rootDir>/apps/api'], testMatch: ['**/test/**/*.spec.ts'] },
  worker: { roots: ['<rootDir>/apps/worker'], testMatch: ['**/test/**/*.spec.ts'] },
  samples: { roots: ['<rootDir>/tools'], testMatch: ['**/tools/test/**/*.spec.ts'] },
  faults: { roots: ['<rootDir>/faults'], testMatch: ['**/*.spec.ts'] },
  journey: {
    roots: ['<rootDir>/e2e'],
    testMatch: ['**/*.spec.ts'],
    setupFilesAfterEnv: ['<rootDir>/e2e/once-more.ts'],
  },
};
export default {
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  projects: Object.entries(kinds).map(([displayName, kind]) => ({ ...base, displayName, ...kind })),
  // What waits in a spec gives up after half a minute and says for what; this ends only what hangs.
  testTimeout: 180_000,
};
