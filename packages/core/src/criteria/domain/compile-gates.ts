import type { CriteriaSetContent, Gate } from '@nhip/contracts';
import type { UnitFigures } from './figures.js';
import type { Scores } from './compile-outcome.js';
import type { Trace } from './trace.js';

/** Which gates are met. */
export function compileGates(_content: CriteriaSetContent) {
  return (_scores: Scores, _unit: UnitFigures, _trace: Trace): readonly Gate[] => [];
}
