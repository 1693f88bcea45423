// The checks that need no service, each counted as one test. A command that ends with 0 has passed.
import { npmCi } from '../start/packages.mjs';
import { run } from './process.mjs';
import { fail, pass } from './tally.mjs';

const checks = [
  { name: 'types', command: 'tsc -b' },
  { name: 'format', command: 'prettier --check --log-level warn --cache .' },
  { name: 'lint', command: 'oxlint --deny-warnings --disable-nested-config --type-aware' },
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
      const done = await run(wordsOf(check.command), { seconds: 240 });
      if (done.ok) pass(check.name, done.seconds);
      else fail(check.name, done.output, done.seconds);
    }
  };
  await Promise.all([worker(), worker()]);
}
