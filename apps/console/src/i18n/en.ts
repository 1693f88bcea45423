import { en as operations } from '../resources/operations/en.js';
import englishMessages from 'ra-language-english';
import { en as home } from '../homes/en.js';
import { en as accounts } from '../resources/accounts/en.js';
import { en as calendar } from '../resources/calendar/en.js';
import { en as evidence } from '../parts/evidence/en.js';
import { en as findings } from '../resources/findings/en.js';
import { en as notices } from '../resources/notices/en.js';
import { en as procedures } from '../resources/procedures/en.js';
import { en as publishedFigures } from '../resources/published-figures/en.js';
import { en as submissions } from '../resources/submissions/en.js';
import { en as criteriaSets } from '../resources/criteria-sets/en.js';
import { en as indicators } from '../resources/indicators/en.js';
import { en as reviewCycles } from '../resources/review-cycles/en.js';
import { en as scores } from '../resources/scores/en.js';
import { en as conclusions } from '../resources/conclusions/en.js';
import { en as recommendations } from '../resources/recommendations/en.js';
import { en as supervisions } from '../resources/supervisions/en.js';
import { en as taskFeed } from '../parts/task-feed/en.js';
import { en as tasks } from '../resources/tasks/en.js';
import { en as units } from '../resources/units/en.js';
import { historyEn } from './history.en.js';
import { shellEn } from './shell.en.js';
import type { Messages } from './vi.js';

export const en = {
  ra: englishMessages.ra,
  shell: shellEn,
  home,
  history: historyEn,
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
} satisfies Messages;
