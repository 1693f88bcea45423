import { vi as operations } from '../resources/operations/vi.js';
import { vi as home } from '../homes/vi.js';
import { vi as accounts } from '../resources/accounts/vi.js';
import { vi as calendar } from '../resources/calendar/vi.js';
import { vi as evidence } from '../parts/evidence/vi.js';
import { vi as findings } from '../resources/findings/vi.js';
import { vi as notices } from '../resources/notices/vi.js';
import { vi as procedures } from '../resources/procedures/vi.js';
import { vi as publishedFigures } from '../resources/published-figures/vi.js';
import { vi as submissions } from '../resources/submissions/vi.js';
import { vi as criteriaSets } from '../resources/criteria-sets/vi.js';
import { vi as indicators } from '../resources/indicators/vi.js';
import { vi as reviewCycles } from '../resources/review-cycles/vi.js';
import { vi as scores } from '../resources/scores/vi.js';
import { vi as conclusions } from '../resources/conclusions/vi.js';
import { vi as recommendations } from '../resources/recommendations/vi.js';
import { vi as supervisions } from '../resources/supervisions/vi.js';
import { vi as taskFeed } from '../parts/task-feed/vi.js';
import { vi as tasks } from '../resources/tasks/vi.js';
import { vi as units } from '../resources/units/vi.js';
import { historyVi } from './history.vi.js';
import { raVi } from './ra-vi.js';
import { shellVi } from './shell.vi.js';

/** Every word of the console in Vietnamese; the type of every other language. */
export const vi = {
  ra: raVi,
  shell: shellVi,
  home,
  history: historyVi,
  parts: { evidence, taskFeed },
  resources: {
    accounts,
    calendar,
    findings,
    notices,
    operations,
    procedures,
    'published-figures': publishedFigures,
    submissions,
    units,
    conclusions,
    recommendations,
    supervisions,
    tasks,
    'criteria-sets': criteriaSets,
    indicators,
    'review-cycles': reviewCycles,
    scores,
  },
};

export type Messages = typeof vi;
