import { Global, Module } from '@nestjs/common';
import { CycleSection } from './queries/cycle-section.query.js';
import { CountInstances } from './queries/count-instances.query.js';
import { FollowUpSection } from './queries/follow-up-section.query.js';
import { GetInstance } from './queries/get-instance.query.js';
import { GetOverview } from './queries/get-overview.query.js';
import { ResultSection } from './queries/result-section.query.js';
import { SubmissionSection } from './queries/submission-section.query.js';
import { SystemSection } from './queries/system-section.query.js';
import { TaskSection } from './queries/task-section.query.js';

const sections = [
  CycleSection,
  FollowUpSection,
  ResultSection,
  SubmissionSection,
  SystemSection,
  TaskSection,
];

@Global()
@Module({
  providers: [...sections, GetOverview, GetInstance, CountInstances],
  exports: [GetOverview, GetInstance, CountInstances],
})
export class OverviewModule {}
