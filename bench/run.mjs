// `npm run bench` runs every benchmark, `npm run bench -- NAME` one. Each figure is a ratio against a floor that
// is measured in the same run, because machines differ and are noisy; lower is better.
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';

const benchmarks = ['commands', 'lists', 'scoring', 'workflow', 'lateness'];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !benchmarks.includes(name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${benchmarks.join(', ')}.`);
  process.exit(2);
}

const machine = {
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  memoryMb: Math.round(totalmem() / 2 ** 20),
  system: release(),
  node: process.version,
};
const results = join(import.meta.dirname, 'results');
await mkdir(results, { recursive: true });

let over = false;
for (const name of wanted.length > 0 ? wanted : benchmarks) {
  const { default: run } = await import(`./${name}.mjs`);
  const figures = await run();
  for (const { figure, ratio, limit } of figures) {
    const ok = ratio <= limit;
    over ||= !ok;
    console.log(
      `bench ${name}.${figure} ratio=${ratio.toFixed(2)} limit=${limit.toFixed(2)} ${ok ? 'ok' : 'over'}`,
    );
  }
  const report = { name, measuredAt: new Date().toISOString(), machine, figures };
  await writeFile(join(results, `${name}.json`), `${JSON.stringify(report, null, 2)}\n`);
}
process.exit(over ? 1 : 0);
