// npm test: everything, from a fresh clone.
//
//   npm test                                   set-up, all checks, all kinds of specs
//   npm test -- checks unit                    only these (checks, unit, database, api, worker, samples, faults, journey)
//   npm test -- database packages/core/src/history   only spec files whose path contains this
//   npm test -- --no-build unit                without building first
//
// The last line is `N passed, N failed`; the exit status is 1 when something failed.
import { endAll } from './check/process.mjs';
import { build, install } from './check/set-up.mjs';
import { lazyServices } from './check/services.mjs';
import { checkEverySpecWasRun, kinds, runKind } from './check/specs.mjs';
import { runStaticChecks } from './check/static-checks.mjs';
import { fail, finish, pass } from './check/tally.mjs';

const args = process.argv.slice(2);
const names = args.filter((arg) => arg === 'checks' || arg in kinds);
const paths = args.filter((arg) => !arg.startsWith('-') && !names.includes(arg));
const unknown = args.filter((arg) => arg.startsWith('-') && arg !== '--no-build');
const everything = names.length === 0 && paths.length === 0;
const wants = (name) => everything || names.includes(name) || (names.length === 0 && name !== 'checks');

const services = lazyServices();
async function giveUp() {
  await endAll();
  await services.stop();
  process.exit(1);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void giveUp());

async function everyStep() {
  if (unknown.length > 0) return fail('arguments', `not known: ${unknown.join(' ')}`);
  await install();
  if (!args.includes('--no-build')) {
    const built = await build();
    if (!built.ok) return fail('build', built.output, built.seconds);
    pass('build', built.seconds);
  }
  if (wants('checks')) await runStaticChecks();
  let found = 0;
  for (const kind of Object.keys(kinds).filter(wants)) found += await runKind(kind, paths, services);
  if (paths.length > 0 && found === 0)
    fail('spec files', `no spec file has ${paths.join(' or ')} in its path`);
  if (paths.length === 0 && Object.keys(kinds).every(wants)) checkEverySpecWasRun();
}

await everyStep().catch((error) => fail('npm test', error.message));
await services.stop().catch((error) => fail('stopping the services', error.message));
finish();
