// `npm run mutation [file…]`: changes the rules in every small way and counts the changes that no spec notices.
// The last line is `mutation score=NN.N`, the share of mutants killed in percent; below 85 it ends with 1.
import { Stryker } from '@stryker-mutator/core';

const LEAST = 85;
// The oracles run again for every mutant: few cases.
process.env['NHIP_CASES'] ??= '200';
process.env['NHIP_SMALLEST'] ??= 'no';
const files = process.argv.slice(2);
const mutants = await new Stryker({
  configFile: 'stryker.config.mjs',
  ...(files.length > 0 && { mutate: files }),
}).runMutationTest();

const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
const killed = count('Killed', 'Timeout');
const valid = killed + count('Survived', 'NoCoverage');
const score = valid === 0 ? 100 : (100 * killed) / valid;
console.log(`${killed} of ${valid} mutants killed`);
console.log(`mutation score=${(Math.floor(score * 10) / 10).toFixed(1)}`);
process.exitCode = score < LEAST ? 1 : 0;
