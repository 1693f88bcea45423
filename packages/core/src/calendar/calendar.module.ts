import { Global, Module } from '@nestjs/common';
import { CALENDARS } from './calendars.js';
import { StoredCalendars } from './stored-calendars.js';
import { RecordDaysOff } from './use-cases/record-days-off.use-case.js';

@Global()
@Module({
  providers: [{ provide: CALENDARS, useClass: StoredCalendars }, RecordDaysOff],
  exports: [CALENDARS, RecordDaysOff],
})
export class CalendarModule {}
