import { AuditApiModule } from './audit/audit.module.js';
import { OrganisationApiModule } from './organisation/organisation.module.js';
import { PeopleApiModule } from './people/people.module.js';
import { ReviewCyclesApiModule } from './review-cycles/review-cycles.module.js';
import { FindingsApiModule } from './findings/findings.module.js';
import { SubmissionsApiModule } from './submissions/submissions.module.js';
import { SystemModule } from './system/system.module.js';
import { WorkflowApiModule } from './workflow/workflow.module.js';

/** Every feature's controllers. A new feature adds its `<feature>.module.ts` here. */
export const apiModules = [
  SystemModule,
  WorkflowApiModule,
  OrganisationApiModule,
  PeopleApiModule,
  ReviewCyclesApiModule,
  SubmissionsApiModule,
  FindingsApiModule,
  AuditApiModule,
];
