// Every spec of the rules in one file: a mutant is then judged in one environment, not in thirty.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { judged } from './judged.mjs';

const core = join(import.meta.dirname, '../../packages/core/src');
/** Whole ready sets come through the public face of their feature, with half the product behind it. */
const heavy = ['ready-sets-ranked.spec.ts'];
/** What takes longest comes last: most mutants fall before it. */
const slow = [
  'exact-integer.spec.ts',
  'ranking-oracle.spec.ts',
  'oracle.spec.ts',
  'oracle-second-half.spec.ts',
  'trace-readable.spec.ts',
];

// A case that fails is enough; nobody reads how small it could be.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });

const specs = judged.flatMap((folder) =>
  readdirSync(join(core, folder))
    .filter((file) => file.endsWith('.spec.ts') && !heavy.includes(file))
    .map((file) => ({ file, path: join(core, folder, file) })),
);
specs.sort((a, b) => slow.indexOf(a.file) - slow.indexOf(b.file));
for (const { path } of specs) await import(path);
