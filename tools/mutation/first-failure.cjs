// The environment of mutants: one failed test is enough to know of a mutant, those after it are skipped.
const { createRequire } = require('node:module');
const { TestEnvironment } = createRequire(require.resolve('jest'))('jest-environment-node');

module.exports = class FirstFailure extends TestEnvironment {
  failed = false;

  handleTestEvent({ name, test }) {
    if (name === 'test_start' && this.failed) test.mode = 'skip';
    if (name === 'test_done' && test.errors.length > 0) this.failed = true;
  }
};
