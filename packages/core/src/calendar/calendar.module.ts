import { Global, Module } from '@nestjs/common';
import { CALENDARS } from './calendars.js';
import { ReadDeadlinePhrase } from './queries/read-deadline-phrase.query.js';
import { StoredCalendars } from './stored-calendars.js';
import { RecordDaysOff } from './use-cases/record-days-off.use-case.js';

@Global()
@Module({
  providers: [{ provide: CALENDARS, useClass: StoredCalendars }, RecordDaysOff, ReadDeadlinePhrase],
  exports: [CALENDARS, RecordDaysOff, ReadDeadlinePhrase],
})
export class CalendarModule {}
