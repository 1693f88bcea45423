// Mutation testing of the rules and of their numbers: `npm run mutation` (tools/mutation). Every mutant is held
// against the specs of their folders.
const core = 'packages/core/src';

export default {
  mutate: [
    `${core}/criteria/domain/*.ts`,
    `${core}/scoring/domain/*.ts`,
    `${core}/shared/{ratio,exact-integer,rounding}.ts`,
    `!${core}/**/*.spec.ts`,
  ],
  buildCommand: 'node tools/mutation/bundle.mjs',
  testRunner: 'jest',
  testRunnerNodeArgs: ['--max-semi-space-size=64'],
  jest: {
    projectType: 'custom',
    config: {
      // Instead of those of the house.
      projects: [],
      roots: ['<rootDir>/tools/mutation/dist'],
      testMatch: ['<rootDir>/tools/mutation/dist/every-rule.cjs'],
      testEnvironment: './tools/mutation/first-failure.cjs',
      testTimeout: 30_000,
      transform: {},
    },
    // There is one file of tests, and what it holds is not written as its imports.
    enableFindRelatedTests: false,
  },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // Each run leaves some ten megabytes in memory.
  maxTestRunnerReuse: 60,
  timeoutMS: 5_000,
  dryRunTimeoutMinutes: 15,
  // Its own reading of a tsconfig.json asks for a compiler in JavaScript, which TypeScript 7 is not.
  ignorePatterns: [
    '/tsconfig.json',
    '/apps',
    '/bench',
    '/docs',
    '/e2e',
    '/samples',
    '**/dist',
    '/packages/config',
    '.turbo',
  ],
  tempDirName: '.stryker',
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  jsonReporter: { fileName: 'node_modules/.cache/mutation.json' },
  cleanTempDir: 'always',
  allowConsoleColors: false,
  warnings: { slow: false },
};
