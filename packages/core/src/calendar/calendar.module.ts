import { Global, Module } from '@nestjs/common';
import { CalendarFollowers } from './calendar-followers.js';
import { CALENDARS } from './calendars.js';
import { GetCalendarYear } from './queries/get-calendar-year.query.js';
import { PreviewCalendarChange } from './queries/preview-calendar-change.query.js';
import { ReadDeadlinePhrase } from './queries/read-deadline-phrase.query.js';
import { StoredCalendars } from './stored-calendars.js';
import { ChangeCalendar } from './use-cases/change-calendar.use-case.js';
import { RecordDaysOff } from './use-cases/record-days-off.use-case.js';

const parts = [
  CalendarFollowers,
  ChangeCalendar,
  GetCalendarYear,
  PreviewCalendarChange,
  ReadDeadlinePhrase,
  RecordDaysOff,
];

@Global()
@Module({
  providers: [{ provide: CALENDARS, useClass: StoredCalendars }, ...parts],
  exports: [CALENDARS, ...parts],
})
export class CalendarModule {}
