import { OperationsModule } from '../operations/index.js';
import { AuditModule } from '../audit/index.js';
import { CalendarModule } from '../calendar/index.js';
import { CriteriaModule } from '../criteria/index.js';
import { EvidenceModule } from '../evidence/index.js';
import { FollowUpsModule } from '../follow-ups/index.js';
import { NoticesModule } from '../notices/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { OverviewModule } from '../overview/index.js';
import { PeopleModule } from '../people/index.js';
import { ReviewCyclesModule } from '../review-cycles/index.js';
import { FindingsModule } from '../findings/index.js';
import { SubmissionsModule } from '../submissions/index.js';
import { ScoringModule } from '../scoring/index.js';
import { TasksModule } from '../tasks/index.js';
import { WorkflowModule } from '../workflow/index.js';

/** Every feature of the product, lowest first; API, worker and tools start the same list. */
export const featureModules = [
  OrganisationModule,
  PeopleModule,
  CalendarModule,
  NoticesModule,
  EvidenceModule,
  CriteriaModule,
  WorkflowModule,
  TasksModule,
  ReviewCyclesModule,
  SubmissionsModule,
  FindingsModule,
  ScoringModule,
  FollowUpsModule,
  AuditModule,
  OverviewModule,
  OperationsModule,
];
