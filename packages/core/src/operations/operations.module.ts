import { Global, Module } from '@nestjs/common';
import { CheckMonth } from './check-month.js';
import { GetDeskHealth } from './queries/get-desk-health.query.js';
import { ListDeskCycles } from './queries/list-desk-cycles.query.js';
import { ListDeskItems } from './queries/list-desk-items.query.js';
import { ListDeskJobs } from './queries/list-desk-jobs.query.js';
import { ListMails } from './queries/list-mails.query.js';
import { ListSchedules } from './queries/list-schedules.query.js';
import { QueueDigests } from './queue-digests.js';
import { SchedulesFollowCalendar } from './schedules-follow-calendar.js';
import { StartScheduledCycle } from './start-scheduled-cycle.js';
import { CancelTask } from './use-cases/cancel-task.use-case.js';
import { PlanSchedule } from './use-cases/plan-schedule.use-case.js';
import { RunSchedule } from './use-cases/run-schedule.use-case.js';
import { SettleJob } from './use-cases/settle-job.use-case.js';
import { SettleRun } from './use-cases/settle-run.use-case.js';
import { StartDueSchedules } from './use-cases/start-due-schedules.use-case.js';
import { WriteDigest } from './use-cases/write-digest.use-case.js';

const offered = [
  GetDeskHealth,
  ListDeskCycles,
  ListDeskItems,
  ListDeskJobs,
  ListMails,
  ListSchedules,
  CancelTask,
  PlanSchedule,
  RunSchedule,
  SettleJob,
  SettleRun,
  StartDueSchedules,
  WriteDigest,
];

@Global()
@Module({
  providers: [...offered, StartScheduledCycle, SchedulesFollowCalendar, CheckMonth, QueueDigests],
  exports: offered,
})
export class OperationsModule {}
