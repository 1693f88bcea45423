// Runs the spec files kind by kind and sees to it that each of them was run by somebody.
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root, run } from './process.mjs';
import { addRun, fail, pass } from './tally.mjs';

/** The kinds in the order in which they run: the services each needs and its hard time-out in seconds. */
export const kinds = {
  unit: { services: [], seconds: 600 },
  database: { services: ['postgres'], seconds: 600 },
  api: { services: ['postgres'], seconds: 600 },
  worker: { services: ['postgres', 'redis'], seconds: 600 },
  samples: { services: ['postgres'], seconds: 600 },
  faults: { services: [], seconds: 900 },
  journey: { services: ['postgres', 'redis', 'chromium'], seconds: 1200 },
};

const jest = ['node', '--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];

const wasRun = new Set();

function* filesUnder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules' || entry.name === 'dist') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else yield path;
  }
}

/** Every file in the tree that looks like a spec, whatever jest thinks of it. */
const specsInTree = () =>
  [...filesUnder(root)]
    .filter((path) => /\.(spec|test)\.[cm]?[jt]sx?$/.test(path))
    .map((p) => relative(root, p));

async function specsOfKind(kind, paths) {
  const listed = await run([...jest, '--selectProjects', kind, '--listTests', ...paths], { seconds: 180 });
  if (!listed.ok) throw new Error(`jest cannot list the spec files of ${kind}:\n${listed.output}`);
  return listed.output.split('\n').filter((line) => existsSync(line));
}

/** Where jest writes what it counted, read and deleted after each run. */
const file = join(tmpdir(), `nhip-test-results-${process.pid}.json`);
const forget = () => rmSync(file, { force: true });
process.once('exit', forget);

function readResults() {
  if (!existsSync(file)) return undefined;
  const results = JSON.parse(readFileSync(file, 'utf8'));
  forget();
  return results;
}

/**
 * Runs the spec files of one kind.
 * @param {keyof typeof kinds} kind
 * @param {string[]} paths only spec files whose path contains one of these; all where empty
 * @param {ReturnType<import('./services.mjs').lazyServices>} services
 * @returns {Promise<number>} how many spec files it found
 */
export async function runKind(kind, paths, services) {
  const specs = await specsOfKind(kind, paths);
  if (specs.length === 0) {
    console.log(`      ${kind}: there is no spec file${paths.length > 0 ? ` in ${paths.join(', ')}` : ''}`);
    return 0;
  }
  let env;
  try {
    env = await services.envFor(kinds[kind].services);
  } catch (error) {
    fail(kind, error.message);
    return specs.length;
  }
  console.log(`\n--- ${kind}: ${specs.length} spec files`);
  const flags = ['--maxWorkers=2', '--json', `--outputFile=${file}`];
  const done = await run([...jest, '--selectProjects', kind, ...flags, ...paths], {
    env,
    seconds: kinds[kind].seconds,
    show: true,
  });
  const results = readResults();
  if (!results) {
    fail(
      kind,
      done.timedOut ? `stopped after ${kinds[kind].seconds} s` : 'jest ended without results',
      done.seconds,
    );
    return specs.length;
  }
  for (const spec of results.testResults) wasRun.add(relative(root, spec.name));
  addRun(kind, { passed: results.numPassedTests, failed: failed(results), seconds: done.seconds });
  const skipped = results.numPendingTests + results.numTodoTests;
  if (skipped > 0)
    fail(`${kind}: nothing is skipped`, `${skipped} tests were skipped or are only noted down`);
  if (!done.ok && results.success)
    fail(kind, done.timedOut ? 'jest did not end by itself' : 'jest ended with an error');
  return specs.length;
}

/** Failed tests, and spec files that could not even be loaded. */
const failed = (results) => results.numFailedTests + results.numRuntimeErrorTestSuites;

/** After all kinds ran: fails with the list of spec files that no kind picked up. */
export function checkEverySpecWasRun() {
  const forgotten = specsInTree().filter((path) => !wasRun.has(path));
  const name = 'every spec file was run by somebody';
  if (forgotten.length === 0) pass(name);
  else fail(name, `run by nobody (see the kinds in jest.config.mjs):\n${forgotten.join('\n')}`);
}
