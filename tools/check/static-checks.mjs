// The checks that need no service, each counted as one test. A command that ends with 0 has passed.
import { existsSync } from 'node:fs';
import { npmCi } from '../start/packages.mjs';
import { root, run } from './process.mjs';
import { fail, pass } from './tally.mjs';

const lintsTypes = existsSync(`${root}node_modules/oxlint-tsgolint`);

const checks = [
  { name: 'types', command: 'tsc -b' },
  { name: 'format', command: 'prettier --check --log-level warn --cache .' },
  {
    name: lintsTypes ? 'lint' : 'lint (without its rules that need types: oxlint-tsgolint is not installed)',
    command: `oxlint --deny-warnings --disable-nested-config${lintsTypes ? ' --type-aware' : ''}`,
  },
  {
    name: 'dependency rules',
    command: 'depcruise --config .dependency-cruiser.cjs apps packages tools bench e2e',
  },
  { name: 'clock rule', command: 'node tools/check/clock-rule.mjs' },
  { name: 'unused code', command: 'knip --no-progress --no-config-hints' },
  { name: 'lock file', command: [...npmCi().command, '--dry-run', '--offline', '--ignore-scripts'] },
];

const wordsOf = (command) => (typeof command === 'string' ? command.split(' ') : command);

/** Runs all checks, two at a time. */
export async function runStaticChecks() {
  const waiting = [...checks];
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const done = await run(wordsOf(check.command), { seconds: 120 });
      if (done.ok) pass(check.name, done.seconds);
      else fail(check.name, done.output, done.seconds);
    }
  };
  await Promise.all([worker(), worker()]);
}
