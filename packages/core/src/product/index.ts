import { CalendarModule } from '../calendar/index.js';
import { CriteriaModule } from '../criteria/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { PeopleModule } from '../people/index.js';
import { ReviewCyclesModule } from '../review-cycles/index.js';
import { ScoringModule } from '../scoring/index.js';
import { WorkflowModule } from '../workflow/index.js';

/** Every feature of the product, lowest first; API, worker and tools start the same list. */
export const featureModules = [
  OrganisationModule,
  PeopleModule,
  CalendarModule,
  CriteriaModule,
  WorkflowModule,
  ReviewCyclesModule,
  ScoringModule,
];

export { entities } from './entities.js';
