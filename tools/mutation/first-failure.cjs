// The environment of mutants: one failed test is enough to know of a mutant, those after it are skipped.
const { AsyncLocalStorage } = require('node:async_hooks');
const { createRequire } = require('node:module');
const { TestEnvironment } = createRequire(require.resolve('jest'))('jest-environment-node');

// Jest opens a storage for every file of tests and never closes it; each that is open slows down all promises.
const opened = new Set();
const { run } = AsyncLocalStorage.prototype;
AsyncLocalStorage.prototype.run = function (...given) {
  opened.add(this);
  return run.apply(this, given);
};

module.exports = class FirstFailure extends TestEnvironment {
  failed = false;

  handleTestEvent({ name, test }) {
    if (name === 'test_start' && this.failed) test.mode = 'skip';
    if (name === 'test_done' && test.errors.length > 0) this.failed = true;
  }

  async teardown() {
    for (const storage of opened) storage.disable();
    opened.clear();
    await super.teardown();
  }
};
