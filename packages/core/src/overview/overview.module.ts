import { Global, Module } from '@nestjs/common';
import { CycleSection } from './queries/cycle-section.query.js';
import { FollowUpSection } from './queries/follow-up-section.query.js';
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
@Module({ providers: [...sections, GetOverview], exports: [GetOverview] })
export class OverviewModule {}
