import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  calendarChange,
  calendarChanged,
  calendarPreview,
  calendarYear,
  calendarYearPath,
  changeCalendarCommand,
  daysOffFile,
  daysOffRead,
  deadlineReadingView,
  readDeadlineQuery,
  type ChangeCalendarCommand,
  type ReadDeadlineQuery,
} from '@nhip/contracts';
import {
  ChangeCalendar,
  GetCalendarYear,
  PreviewCalendarChange,
  ReadDeadlinePhrase,
  readDaysOff,
  type CalendarChange,
} from '@nhip/core/calendar';
import type { Call, UserActor } from '@nhip/core/platform';
import { valueOrThrow } from '@nhip/core/shared';
import { Calling, CurrentUser, Revision } from '../http/caller.js';
import { Answers, Permission } from '../http/permission.js';

/** Days as the schema lets them through. */
type Change = CalendarChange & Pick<ChangeCalendarCommand, 'reason' | 'moveDeadlines'>;

@Controller('calendar')
export class CalendarController {
  constructor(
    private readonly readPhrase: ReadDeadlinePhrase,
    private readonly getYear: GetCalendarYear,
    private readonly previewChange: PreviewCalendarChange,
    private readonly changeCalendar: ChangeCalendar,
  ) {}

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

  @Get('years/:year')
  @Permission('calendar.read')
  @Answers(calendarYear)
  year(
    @Param({ schema: calendarYearPath }) { year }: { readonly year: number },
    @CurrentUser() user: UserActor,
  ) {
    return this.getYear.execute({ year }, user);
  }

  /** Which days would be recorded and which deadlines would move; nothing is written. */
  @Post('preview')
  @HttpCode(200)
  @Permission('calendar.manage')
  @Answers(calendarPreview)
  preview(@Body({ schema: calendarChange }) change: CalendarChange, @Calling() call: Call) {
    return this.previewChange.execute(change, call);
  }

  /** The days of a file, to be looked at and changed with; nothing is written. */
  @Post('read-file')
  @HttpCode(200)
  @Permission('calendar.manage')
  @Answers(daysOffRead)
  readFile(@Body({ schema: daysOffFile }) { csv }: { readonly csv: string }) {
    return { days: [...valueOrThrow(readDaysOff(csv))] };
  }

  @Post('changes')
  @HttpCode(200)
  @Permission('calendar.manage')
  @Answers(calendarChanged)
  change(
    @Body({ schema: changeCalendarCommand }) command: Change,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.changeCalendar.execute({ ...command, revision }, call);
  }
}
