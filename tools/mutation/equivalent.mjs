// Mutants that change nothing anyone could see, by reason: file below packages/core/src, part of its line, the code that
// is replaced, what it is replaced by. `npm run mutation` leaves them out of the count, and says when one of them is
// killed after all.
const ratio = 'shared/ratio.ts';
const integer = 'shared/exact-integer.ts';
const rounding = 'shared/rounding.ts';
const population = 'criteria/domain/population.ts';
const rankTotals = 'scoring/domain/rank-totals.ts';
const rankUnits = 'scoring/domain/rank-units.ts';

export const equivalent = [
  // Of two equal ratios either is the smallest and the largest: there is one form for one value.
  [ratio, 'reduce((least', 'value.compare(least) < 0', 'value.compare(least) <= 0'],
  [ratio, 'reduce((most', 'value.compare(most) > 0', 'value.compare(most) >= 0'],
  // Zero was refused the line before.
  [ratio, 'return below < 0', 'below < 0', 'below <= 0'],
  // Zero negated is the one zero; it needs no sign and no step down.
  [ratio, 'this.negated() : this', 'this.above < 0', 'this.above <= 0'],
  [ratio, 'quotient - 1n', 'this.above < 0', 'this.above <= 0'],
  [ratio, 'const scaled', 'this.above < 0', 'this.above <= 0'],
  [ratio, 'const sign', 'this.above < 0', 'this.above <= 0'],
  [rounding, 'whole.negated()', 'value.sign() < 0', 'value.sign() <= 0'],
  [integer, 'let x = a < 0', 'a < 0', 'a <= 0'],
  [integer, 'let y = b < 0', 'b < 0', 'b <= 0'],
  // The short ways give what the long ones give.
  [ratio, 'if (this.below === other.below)', 'this.below === other.below', 'false'],
  [ratio, 'if (this.below === 1) return', 'this.below === 1', 'false'],
  [ratio, 'exponent < 16', 'exponent < 16', 'exponent <= 16'],
  [ratio, 'exponent < 16', 'exponent < 16', 'false'],
  [integer, 'if (b === 1) return a', 'b === 1', 'false'],
  [integer, '(a - (a % b)) / b', "typeof a === 'number' && typeof b === 'number'", 'false'],
  [integer, '(a - (a % b)) / b', "'number'", '""'],
  // Whatever is not `truncate` is rounded half up; of decimals that end both are the same.
  [ratio, 'toDecimal(dp: number', "'half-up'", '""'],
  [ratio, 'Math.max(twos, fives)', "'truncate'", '""'],
  [rounding, 'steps.toDecimal(0', "'half-up'", '""'],
  // A number is never longer than the longest part.
  [ratio, 'const isLong', "typeof of === 'bigint'", 'true'],
  // A quotient cut towards zero, times or divided by its denominator, is the numerator only where nothing was cut.
  [ratio, 'quotient - 1n', 'quotient * this.denominator', 'quotient / this.denominator'],
  // Every unit that is ranked has a place, and a value that is not kept is not found either.
  [rankTotals, 'place === undefined ?', 'place === undefined', 'false'],
  [rankTotals, 'place === undefined ?', '[]', '["Stryker was here"]'],
  [rankTotals, 'value === undefined) continue', 'value === undefined', 'false'],
  [rankUnits, 'if (place?.rank', 'place?.rank', 'place.rank'],
  // A unit with a rank has the size of its group already; no group has the name that one without a group asks for.
  [rankUnits, 'if (place?.rank', 'place?.rank === null', 'true'],
  [rankUnits, 'if (place?.rank', "''", '"Stryker was here!"'],
  // Beyond the last tie-break both are undefined, and so the same.
  [rankUnits, 'a.tieBreaks.length', 'index < a.tieBreaks.length', 'index <= a.tieBreaks.length'],
  // What is not `truncate` is rounded half up.
  ['criteria/domain/compile-outcome.ts', 'dp: 2', "'half-up'", '""'],
  // The one rule that falls through gives nothing as well.
  ['criteria/domain/compile-rule.ts', "case 'threshold-only'", "'threshold-only'", '""'],
  // Any name serves for the group of all, nothing is found under the name of no group, and every indicator is counted.
  [population, 'const EVERYBODY', "''", '"Stryker was here!"'],
  [population, 'return (group === undefined', 'group === undefined', 'false'],
  [population, 'const value = group === undefined', 'group === undefined', 'false'],
  [population, 'if (group === undefined ||', 'group === undefined', 'false'],
  [population, 'groups?.get(group)', 'groups?.get', 'groups.get'],
  [population, 'groups?.set(group', 'groups?.set', 'groups.set'],
  ['criteria/domain/compile-set.ts', "'within' in rule", 'score !== undefined', 'true'],
];
