// `npm run mutation [file…]`: changes the rules in every small way and counts the changes that no spec notices.
// The last line is `mutation score=NN.N`, the share of mutants killed in percent; below 85 it ends with 1. Mutants that
// change nothing are listed in equivalent.mjs and not counted.
import { readFileSync } from 'node:fs';
import { Stryker } from '@stryker-mutator/core';
import { equivalent } from './equivalent.mjs';

const LEAST = 85;
// The oracles run again for every mutant: few cases, and only whether one differs.
process.env['NHIP_CASES'] ??= '200';
process.env['NHIP_SMALLEST'] ??= 'no';
const files = process.argv.slice(2);
const mutants = await new Stryker({
  configFile: 'stryker.config.mjs',
  ...(files.length > 0 && { mutate: files }),
}).runMutationTest();

const texts = new Map();
/** The line a mutant begins in, and the code it replaces. */
function placeOf({ fileName, location: { start, end } }) {
  if (!texts.has(fileName)) texts.set(fileName, readFileSync(fileName, 'utf8').split('\n'));
  const rows = texts.get(fileName).slice(start.line - 1, end.line);
  const [line] = rows;
  rows[rows.length - 1] = rows.at(-1).slice(0, end.column - 1);
  rows[0] = rows[0].slice(start.column - 1);
  return { line, code: rows.join('\n') };
}
const known = (mutant) =>
  equivalent.find(([file, inLine, replaced, by]) => {
    if (!mutant.fileName.endsWith(`/core/src/${file}`) || mutant.replacement !== by) return false;
    const { line, code } = placeOf(mutant);
    return code === replaced && line.includes(inLine);
  });

const is =
  (...statuses) =>
  ({ status }) =>
    statuses.includes(status);
const killed = mutants.filter(is('Killed', 'Timeout'));
const survived = mutants.filter(is('Survived', 'NoCoverage'));
const unchanged = survived.filter(known);
for (const mutant of killed.filter(known))
  console.log(`not equivalent: ${mutant.fileName}:${mutant.location.start.line} ${mutant.replacement}`);
const valid = mutants.filter(is('Killed', 'Timeout', 'Survived', 'NoCoverage')).length - unchanged.length;
const score = valid === 0 ? 100 : (100 * killed.length) / valid;
console.log(`${killed.length} of ${valid} mutants killed, ${unchanged.length} are equivalent`);
console.log(`mutation score=${(Math.floor(score * 10) / 10).toFixed(1)}`);
process.exitCode = score < LEAST ? 1 : 0;
