import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  changed,
  created,
  createSchedule,
  editSchedule,
  pauseSchedule,
  resumeSchedule,
  scheduleViews,
  settleRun,
  uuid,
  type CreateSchedule,
  type EditSchedule,
} from '@nhip/contracts';
import { ListSchedules, PlanSchedule, SettleRun } from '@nhip/core/operations';
import type { Call, UserActor } from '@nhip/core/platform';
import { z } from 'zod';
import { Calling, CurrentUser, Revision } from '../http/caller.js';
import { Answers, Permission } from '../http/permission.js';

const Id = () => Param('id', { schema: uuid });
const PeriodKey = () => Param('periodKey', { schema: z.string().regex(/^[\dQ-]{7,10}$/) });

/** What happens by itself, again and again. */
@Controller('schedules')
export class SchedulesController {
  constructor(
    private readonly listSchedules: ListSchedules,
    private readonly plan: PlanSchedule,
    private readonly settleRun: SettleRun,
  ) {}

  @Get()
  @Permission('operations.read')
  @Answers(scheduleViews)
  list(@CurrentUser() user: UserActor) {
    return this.listSchedules.execute(user);
  }

  @Post()
  @Permission('schedules.manage')
  @Answers(created)
  create(@Body({ schema: createSchedule }) command: CreateSchedule, @Calling() call: Call) {
    return this.plan.create(command, call);
  }

  @Post(':id/edit')
  @HttpCode(200)
  @Permission('schedules.manage')
  @Answers(changed)
  edit(
    @Id() id: string,
    @Body({ schema: editSchedule }) command: EditSchedule,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.plan.edit({ ...command, id, revision }, call);
  }

  @Post(':id/pause')
  @HttpCode(200)
  @Permission('schedules.manage')
  @Answers(changed)
  pause(
    @Id() id: string,
    @Body({ schema: pauseSchedule }) { reason }: z.infer<typeof pauseSchedule>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.plan.pause({ id, revision, reason }, call);
  }

  @Post(':id/resume')
  @HttpCode(200)
  @Permission('schedules.manage')
  @Answers(changed)
  resume(
    @Id() id: string,
    @Body({ schema: resumeSchedule }) { reason }: z.infer<typeof resumeSchedule>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.plan.resume({ id, revision, reason }, call);
  }

  @Post(':id/runs/:periodKey/retry')
  @HttpCode(200)
  @Permission('operations.mend')
  @Answers(changed)
  retry(
    @Id() id: string,
    @PeriodKey() periodKey: string,
    @Body({ schema: settleRun }) { reason }: z.infer<typeof settleRun>,
    @Calling() call: Call,
  ) {
    return this.settleRun.retry({ id, periodKey, reason }, call);
  }

  @Post(':id/runs/:periodKey/skip')
  @HttpCode(200)
  @Permission('operations.mend')
  @Answers(changed)
  skip(
    @Id() id: string,
    @PeriodKey() periodKey: string,
    @Body({ schema: settleRun }) { reason }: z.infer<typeof settleRun>,
    @Calling() call: Call,
  ) {
    return this.settleRun.skip({ id, periodKey, reason }, call);
  }
}
