// Every spec of the rules in one file: a mutant is then judged in one environment, not in thirty.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { judged } from './judged.mjs';

const core = join(import.meta.dirname, '../../packages/core/src');
/** Whole ready sets come through the public face of their feature, with half the product behind it. */
const heavy = ['ready-sets-ranked.spec.ts'];
for (const folder of judged) {
  for (const file of readdirSync(join(core, folder))) {
    if (file.endsWith('.spec.ts') && !heavy.includes(file)) await import(join(core, folder, file));
  }
}
