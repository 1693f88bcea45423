import { accounts } from './accounts/index.js';
import { criteriaSets } from './criteria-sets/index.js';
import { findings } from './findings/index.js';
import { indicators } from './indicators/index.js';
import { notices } from './notices/index.js';
import { procedures } from './procedures/index.js';
import type { ConsoleResource } from './registry.js';
import { reviewCycles } from './review-cycles/index.js';
import { scores } from './scores/index.js';
import { submissions } from './submissions/index.js';
import { units } from './units/index.js';

/** Everything in the main menu, in its order within each group. */
export const resources: readonly ConsoleResource[] = [
  notices,
  reviewCycles,
  submissions,
  findings,
  scores,
  criteriaSets,
  indicators,
  procedures,
  units,
  accounts,
];
