import type { CriteriaRemark, CriteriaSetContent } from '@nhip/contracts';
import { lintBands, lintClassification } from './lint-bands.js';
import { lintCodes } from './lint-codes.js';
import { lintFormulas } from './lint-formulas.js';
import { lintGates, lintQuotas } from './lint-gates.js';
import { lintMeasures } from './lint-measures.js';
import { lintReach } from './lint-reach.js';
import { lintRules } from './lint-rules.js';
import { lintScale } from './lint-scale.js';
import { lintSums } from './lint-sums.js';
import type { Lint } from './remarks.js';

const lints: readonly Lint[] = [
  lintCodes,
  lintFormulas,
  lintSums,
  lintBands,
  lintClassification,
  lintRules,
  lintReach,
  lintGates,
  lintQuotas,
  lintMeasures,
  lintScale,
];

/** Everything the linter finds, errors first; with an error the set cannot be issued. */
export function lint(content: CriteriaSetContent): CriteriaRemark[] {
  const remarks = lints.flatMap((part) => part(content));
  return [
    ...remarks.filter(({ severity }) => severity === 'error'),
    ...remarks.filter(({ severity }) => severity !== 'error'),
  ];
}
