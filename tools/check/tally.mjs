// What passed and what failed, told as it happens, and the last line.
let passed = 0;
const failures = [];

/** Lines shown of what one check has to say. */
const most = 80;

const seconds = (value) => (value === undefined ? '' : ` (${value.toFixed(1)} s)`);

export function pass(name, spent) {
  passed += 1;
  console.log(`ok    ${name}${seconds(spent)}`);
}

export function fail(name, why, spent) {
  failures.push(name);
  console.log(`FAIL  ${name}${seconds(spent)}`);
  const lines = (why ?? '').trim().split('\n');
  if (lines.length > most) lines.splice(most, Infinity, `… and ${lines.length - most} lines more`);
  if (lines[0] !== '') console.log(lines.map((line) => `      ${line}`).join('\n'));
}

/** Adds the tests one jest run counted; jest has already shown its failures itself. */
export function addRun(name, run) {
  passed += run.passed;
  for (let i = 0; i < run.failed; i += 1) failures.push(name);
  const verdict = run.failed > 0 ? 'FAIL ' : 'ok   ';
  console.log(`${verdict} ${name}: ${run.passed} passed, ${run.failed} failed${seconds(run.seconds)}`);
}

/** Prints `N passed, N failed` as the last line and sets the exit status. */
export function finish() {
  if (failures.length > 0) console.log(`\nfailed: ${[...new Set(failures)].join(', ')}`);
  console.log(`${passed} passed, ${failures.length} failed`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}
