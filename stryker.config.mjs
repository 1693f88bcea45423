import jest from './jest.config.mjs';

// Mutation testing of the rules and of their numbers: `npm run mutation` (tools/mutation). Every mutant is held
// against the specs of their folders.
const core = 'packages/core/src';
const [unit] = jest.projects.filter(({ displayName }) => displayName === 'unit');
// The folder is that of the copy with the mutants, not of this file.
const { rootDir: _, ...settings } = unit;

export default {
  mutate: [
    `${core}/criteria/domain/*.ts`,
    `${core}/scoring/domain/*.ts`,
    `${core}/shared/{ratio,exact-integer,rounding}.ts`,
    `!${core}/**/*.spec.ts`,
  ],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
  jest: {
    projectType: 'custom',
    config: {
      ...settings,
      projects: [],
      moduleNameMapper: {
        '/criteria/index\\.js$': `<rootDir>/${core}/criteria/domain/index.ts`,
        ...settings.moduleNameMapper,
      },
      roots: ['<rootDir>/tools/mutation', `<rootDir>/${core}`],
      testMatch: ['<rootDir>/tools/mutation/every-rule.mjs'],
      testEnvironment: './tools/mutation/first-failure.cjs',
      testTimeout: 30_000,
    },
    // There is one file of tests, and what it imports is not written in it.
    enableFindRelatedTests: false,
  },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // Each run leaves some of its modules in memory, twenty megabytes that slow down those after it.
  maxTestRunnerReuse: 40,
  timeoutMS: 10_000,
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
