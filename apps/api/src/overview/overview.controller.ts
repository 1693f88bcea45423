import { Controller, Get } from '@nestjs/common';
import { overviewView } from '@nhip/contracts';
import { GetOverview } from '@nhip/core/overview';
import type { Call, UserActor } from '@nhip/core/platform';
import { Calling, CurrentUser } from '../http/caller.js';
import { Answers, Permission } from '../http/permission.js';

@Controller('overview')
export class OverviewController {
  constructor(private readonly getOverview: GetOverview) {}

  /** The home of the role the caller acts in. */
  @Get()
  @Permission('overview.read')
  @Answers(overviewView)
  get(@CurrentUser() user: UserActor, @Calling() { now }: Call) {
    return this.getOverview.execute(user, now);
  }
}
