import { Controller, Get, Query } from '@nestjs/common';
import { deadlineReadingView, readDeadlineQuery, type ReadDeadlineQuery } from '@nhip/contracts';
import { ReadDeadlinePhrase } from '@nhip/core/calendar';
import type { Call, UserActor } from '@nhip/core/platform';
import { Calling, CurrentUser } from '../http/caller.js';
import { Answers, Permission } from '../http/permission.js';

@Controller('calendar')
export class CalendarController {
  constructor(private readonly readPhrase: ReadDeadlinePhrase) {}

  @Get('deadline-reading')
  @Permission('calendar.read')
  @Answers(deadlineReadingView)
  readDeadline(
    @Query({ schema: readDeadlineQuery }) query: ReadDeadlineQuery,
    @CurrentUser() user: UserActor,
    @Calling() { now }: Call,
  ) {
    return this.readPhrase.execute(query, user, now);
  }
}
