// Mutants that change nothing anyone could see, each with the reason: file below packages/core/src, the code that is
// replaced, what it is replaced by. `npm run mutation` leaves them out of the count, and says when one of them is killed
// after all.
export const equivalent = [
  // Of two equal ratios either is the smallest and the largest: there is one form for one value.
  ['shared/ratio.ts', 'value.compare(least) < 0', 'value.compare(least) <= 0'],
  ['shared/ratio.ts', 'value.compare(most) > 0', 'value.compare(most) >= 0'],
  // Zero was refused the line before.
  ['shared/ratio.ts', 'below < 0', 'below <= 0'],
  // Zero negated is zero, and zero needs no sign and no step down.
  ['shared/ratio.ts', 'this.above < 0', 'this.above <= 0'],
  // The short ways give what the long ones give.
  ['shared/ratio.ts', 'this.below === other.below', 'false'],
  ['shared/ratio.ts', 'this.below === 1', 'false'],
  ['shared/ratio.ts', 'exponent < 16', 'exponent <= 16'],
  ['shared/ratio.ts', 'exponent < 16', 'false'],
  // Whatever is not `truncate` is rounded half up, and what ends exactly is neither.
  ['shared/ratio.ts', "'half-up'", '""'],
  ['shared/ratio.ts', "'truncate'", '""'],
  // A number is never longer than the longest part.
  ['shared/ratio.ts', "typeof of === 'bigint'", 'true'],
  // A quotient cut towards zero, times or divided by the denominator, is the numerator only where nothing was cut.
  ['shared/ratio.ts', 'quotient * this.denominator', 'quotient / this.denominator'],
];
