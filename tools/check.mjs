// npm run check: the quick gate before a commit. Builds, all checks that need no service, unit tests.
import { endAll } from './check/process.mjs';
import { build, install } from './check/set-up.mjs';
import { lazyServices } from './check/services.mjs';
import { runKind } from './check/specs.mjs';
import { runStaticChecks } from './check/static-checks.mjs';
import { fail, finish, pass } from './check/tally.mjs';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => void endAll().then(() => process.exit(1)));
}

try {
  await install();
  const built = await build();
  if (built.ok) pass('build', built.seconds);
  else fail('build', built.output, built.seconds);
  await runStaticChecks();
  if (built.ok) await runKind('unit', [], lazyServices());
} catch (error) {
  fail('npm run check', error.message);
}
finish();
