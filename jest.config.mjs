// One project a kind of test; tools/test.mjs says which services each of them gets.
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
const base = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
};
const ownSource = { '^(\\.{1,2}/.*)\\.js$': '$1' };
export const kinds = {
  unit: {
    testMatch: ['<rootDir>/packages/*/src/**/*.spec.ts', '<rootDir>/tools/src/**/*.spec.ts', '<rootDir>/apps/*/src/**/*.spec.ts'],
    testPathIgnorePatterns: ['\\.db\\.spec\\.ts$'],
  },
  database: { testMatch: ['<rootDir>/packages/core/src/**/*.db.spec.ts'] },
  api: { testMatch: ['<rootDir>/apps/api/test/**/*.spec.ts'] },
  worker: { testMatch: ['<rootDir>/apps/worker/test/**/*.spec.ts'] },
  samples: { testMatch: ['<rootDir>/tools/test/**/*.spec.ts'] },
  journey: { testMatch: ['<rootDir>/e2e/**/*.spec.ts'] },
};
export default {
  projects: Object.entries(kinds).map(([displayName, kind]) => ({
    ...base,
    displayName,
    moduleNameMapper: ownSource,
    ...kind,
  })),
  testTimeout: 30_000,
};
