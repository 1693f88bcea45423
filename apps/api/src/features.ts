import { AuditApiModule } from './audit/audit.module.js';
import { CalendarApiModule } from './calendar/calendar.module.js';
import { CriteriaApiModule } from './criteria/criteria.module.js';
import { EvidenceApiModule } from './evidence/evidence.module.js';
import { FollowUpsApiModule } from './follow-ups/follow-ups.module.js';
import { NoticesApiModule } from './notices/notices.module.js';
import { OperationsApiModule } from './operations/operations.module.js';
import { OrganisationApiModule } from './organisation/organisation.module.js';
import { OverviewApiModule } from './overview/overview.module.js';
import { PeopleApiModule } from './people/people.module.js';
import { ReviewCyclesApiModule } from './review-cycles/review-cycles.module.js';
import { ScoringApiModule } from './scoring/scoring.module.js';
import { FindingsApiModule } from './findings/findings.module.js';
import { SubmissionsApiModule } from './submissions/submissions.module.js';
import { SupervisionsApiModule } from './supervisions/supervisions.module.js';
import { SystemModule } from './system/system.module.js';
import { TasksApiModule } from './tasks/tasks.module.js';
import { WorkflowApiModule } from './workflow/workflow.module.js';

/** Every feature's controllers. A new feature adds its `<feature>.module.ts` here. */
export const apiModules = [
  SystemModule,
  WorkflowApiModule,
  OrganisationApiModule,
  PeopleApiModule,
  CalendarApiModule,
  CriteriaApiModule,
  ReviewCyclesApiModule,
  SubmissionsApiModule,
  FindingsApiModule,
  ScoringApiModule,
  NoticesApiModule,
  EvidenceApiModule,
  TasksApiModule,
  FollowUpsApiModule,
  SupervisionsApiModule,
  AuditApiModule,
  OverviewApiModule,
  OperationsApiModule,
];
