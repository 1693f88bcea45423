import { accounts } from './accounts/index.js';
import { calendar } from './calendar/index.js';
import { conclusions } from './conclusions/index.js';
import { criteriaSets } from './criteria-sets/index.js';
import { findings } from './findings/index.js';
import { indicators } from './indicators/index.js';
import { notices } from './notices/index.js';
import { procedures } from './procedures/index.js';
import { publishedFigures } from './published-figures/index.js';
import { operations } from './operations/index.js';
import type { ConsoleResource } from './registry.js';
import { recommendations } from './recommendations/index.js';
import { reviewCycles } from './review-cycles/index.js';
import { scores } from './scores/index.js';
import { submissions } from './submissions/index.js';
import { supervisions } from './supervisions/index.js';
import { tasks } from './tasks/index.js';
import { units } from './units/index.js';

/** Everything in the main menu, in its order within each group. */
export const resources: readonly ConsoleResource[] = [
  tasks,
  notices,
  reviewCycles,
  submissions,
  findings,
  publishedFigures,
  scores,
  conclusions,
  recommendations,
  supervisions,
  criteriaSets,
  indicators,
  procedures,
  units,
  calendar,
  accounts,
  operations,
];
