// `npm run faults`: real processes under real faults, on each queue backend; see README.md.
import { parseArgs } from 'node:util';
import { findOrInstall } from '@nhip/config/services';
import { FULL } from './nemesis.mjs';
import { oneRun } from './one-run.mjs';
import { switches } from './switched-off.mjs';

const options = {
  backend: { type: 'string' },
  short: { type: 'boolean', default: false },
  prove: { type: 'boolean', default: false },
  seed: { type: 'string' },
};
const { backend, short, prove, seed } = parseArgs({ options }).values;
const backends = backend === undefined ? ['redis', 'postgres'] : [backend];
if (!backends.every((name) => ['redis', 'postgres'].includes(name)))
  throw new Error('--backend is redis or postgres.');

const begun = Date.now();
const say = (line) => console.log(`${((Date.now() - begun) / 1000).toFixed(0)} s: ${line}`);
const lengths = {
  full: { seconds: FULL, secondsADay: 10, tasks: 300, sometimes: true },
  short: { seconds: 45, secondsADay: 5, tasks: 150, sometimes: false },
};

/** Faults come when they come, and a short run may be spared the one that does harm: then another is tried. */
const TRIES = 3;

async function provenBy(settings) {
  const { off, seed } = settings;
  const { shows } = switches[off];
  for (let tries = 1; ; tries += 1) {
    const { report, line } = await oneRun({ ...settings, seed: seed + tries - 1 });
    const harm = report.harmTo(shows);
    const told = `${line} off=${off} ${harm > 0 ? 'seen' : 'NOT SEEN'} (${shows.join(', ')}: ${harm})`;
    if (harm > 0 || tries === TRIES) return { harm, line: told };
    say(`${told}; tried again with another seed`);
  }
}

async function runAll() {
  findOrInstall('faketime', say);
  const redis = backends.includes('redis') ? findOrInstall('redis-server', say) : undefined;
  const first = Number(seed ?? Date.now() % 2 ** 31);
  const lines = [];
  let failed = false;
  for (const name of backends) {
    const settings = { backend: name, seed: first, say, redis };
    if (prove) {
      for (const off of Object.keys(switches)) {
        const { harm, line } = await provenBy({ ...settings, ...lengths.short, off });
        failed ||= harm === 0;
        lines.push(line);
      }
    } else {
      const { report, line } = await oneRun({ ...settings, ...lengths[short ? 'short' : 'full'] });
      failed ||= report.red;
      lines.push(line);
    }
  }
  for (const line of lines) console.log(line);
  return failed ? 1 : 0;
}

process.exit(await runAll());
