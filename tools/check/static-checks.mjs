// The checks that need no service, each counted as one test. A command that ends with 0 has passed.
import { run } from './process.mjs';
import { fail, pass } from './tally.mjs';

const checks = [
  {
    name: 'format',
    command: 'prettier --check --log-level warn --cache .',
  },
  { name: 'types', command: 'tsc -b' },
  { name: 'lint', command: 'oxlint --deny-warnings --quiet' },
  { name: 'dependency rules', command: 'depcruise --config .dependency-cruiser.cjs .' },
  { name: 'clock rule', command: 'node tools/check/clock-rule.mjs' },
  { name: 'unused code', command: 'knip --no-progress' },
];

/** Runs all checks, two at a time. */
export async function runStaticChecks() {
  const waiting = [...checks];
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const done = await run(check.command.split(' '), { seconds: 120 });
      if (done.ok) pass(check.name, done.seconds);
      else fail(check.name, done.output, done.seconds);
    }
  };
  await Promise.all([worker(), worker()]);
}
