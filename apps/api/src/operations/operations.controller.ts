import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  cancelTask,
  changed,
  deskCycles,
  deskHealth,
  deskJobList,
  deskJobPage,
  deskList,
  deskPage,
  mailList,
  mailPage,
  reassignTask,
  retryJob,
  skipJob,
  uuid,
  type DeskJobList,
  type DeskList,
  type MailList,
} from '@nhip/contracts';
import {
  CancelTask,
  GetDeskHealth,
  ListDeskCycles,
  ListDeskItems,
  ListDeskJobs,
  ListMails,
  SettleJob,
} from '@nhip/core/operations';
import type { Call, UserActor } from '@nhip/core/platform';
import { ReassignTask } from '@nhip/core/tasks';
import { z } from 'zod';
import { Calling, CurrentUser, Revision } from '../http/caller.js';
import { Answers, Permission } from '../http/permission.js';

const Id = () => Param('id', { schema: uuid });
const JobId = () => Param('id', { schema: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) });

/** The operator's desk: what is late, stuck, failing or tried again, and what can be done about it. */
@Controller('operations')
export class OperationsController {
  constructor(
    private readonly getHealth: GetDeskHealth,
    private readonly listItems: ListDeskItems,
    private readonly listCycles: ListDeskCycles,
    private readonly listJobs: ListDeskJobs,
    private readonly listMails: ListMails,
    private readonly settleJob: SettleJob,
    private readonly reassignTask: ReassignTask,
    private readonly cancelTask: CancelTask,
  ) {}

  @Get()
  @Permission('operations.read')
  @Answers(deskPage)
  list(
    @Query({ schema: deskList }) query: DeskList,
    @CurrentUser() user: UserActor,
    @Calling() { now }: Call,
  ) {
    return this.listItems.execute(query, user, now);
  }

  @Get('health')
  @Permission('operations.read')
  @Answers(deskHealth)
  health(@CurrentUser() user: UserActor) {
    return this.getHealth.execute(user);
  }

  @Get('cycles')
  @Permission('operations.read')
  @Answers(deskCycles)
  cycles(@CurrentUser() user: UserActor, @Calling() { now }: Call) {
    return this.listCycles.execute(user, now);
  }

  @Get('jobs')
  @Permission('operations.read')
  @Answers(deskJobPage)
  jobs(@Query({ schema: deskJobList }) query: DeskJobList, @CurrentUser() user: UserActor) {
    return this.listJobs.execute(query, user);
  }

  @Get('mail')
  @Permission('operations.read')
  @Answers(mailPage)
  mail(@Query({ schema: mailList }) query: MailList, @CurrentUser() user: UserActor) {
    return this.listMails.execute(query, user);
  }

  @Post('jobs/:id/retry')
  @HttpCode(200)
  @Permission('operations.mend')
  @Answers(changed)
  retry(
    @JobId() id: number,
    @Body({ schema: retryJob }) { reason }: z.infer<typeof retryJob>,
    @Calling() call: Call,
  ) {
    return this.settleJob.retry({ id, reason }, call);
  }

  @Post('jobs/:id/skip')
  @HttpCode(200)
  @Permission('operations.mend')
  @Answers(changed)
  skip(
    @JobId() id: number,
    @Body({ schema: skipJob }) { reason }: z.infer<typeof skipJob>,
    @Calling() call: Call,
  ) {
    return this.settleJob.skip({ id, reason }, call);
  }

  @Post('tasks/:id/reassign')
  @HttpCode(200)
  @Permission('operations.mend')
  @Answers(changed)
  reassign(
    @Id() id: string,
    @Body({ schema: reassignTask }) command: z.infer<typeof reassignTask>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.reassignTask.execute({ ...command, id, revision }, call);
  }

  @Post('tasks/:id/cancel')
  @HttpCode(200)
  @Permission('operations.mend')
  @Answers(changed)
  cancel(
    @Id() id: string,
    @Body({ schema: cancelTask }) { reason }: z.infer<typeof cancelTask>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.cancelTask.execute({ id, revision, reason }, call);
  }
}
