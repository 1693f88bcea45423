import jest from './jest.config.mjs';

// Mutation testing of the rules and of their numbers: `npm run mutation` (tools/mutation.mjs). Every mutant is held
// against the specs of these folders.
const core = 'packages/core/src';
const [unit] = jest.projects.filter(({ displayName }) => displayName === 'unit');
const judged = ['criteria/domain', 'criteria/formula', 'scoring/domain', 'shared'];

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: [
    `${core}/criteria/domain/*.ts`,
    `${core}/criteria/formula/*.ts`,
    `${core}/scoring/domain/*.ts`,
    `${core}/shared/{ratio,exact-integer,rounding}.ts`,
    `!${core}/**/*.spec.ts`,
    `!${core}/criteria/formula/formula-parser.ts`,
  ],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
  jest: {
    projectType: 'custom',
    config: {
      ...unit,
      rootDir: undefined,
      roots: judged.map((folder) => `<rootDir>/${core}/${folder}`),
      testMatch: ['**/*.spec.ts'],
      // Whole ready sets, through the feature's public face: half a second a mutant for what others find.
      testPathIgnorePatterns: ['ready-sets-ranked'],
      testTimeout: 30_000,
    },
  },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 20_000,
  dryRunTimeoutMinutes: 15,
  ignorePatterns: ['/apps', '/bench', '/docs', '/e2e', '/samples', '**/dist', '/packages/config', '.turbo'],
  tempDirName: 'node_modules/.cache/stryker',
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  jsonReporter: { fileName: 'node_modules/.cache/mutation.json' },
  cleanTempDir: 'always',
  allowConsoleColors: false,
  warnings: { slow: false },
};
