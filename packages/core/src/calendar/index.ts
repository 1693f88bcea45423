export { CALENDARS, type Calendars } from './calendars.js';
export { ReadDeadlinePhrase } from './queries/read-deadline-phrase.query.js';
export { RecordDaysOff } from './use-cases/record-days-off.use-case.js';
export { CalendarModule } from './calendar.module.js';
export * from './domain/calendar-day.js';
export * from './domain/days-off-file.js';
export * from './domain/decreed-days.js';
export * from './domain/lunar.js';
export * from './domain/statutory-holidays.js';
export * from './domain/working-calendar.js';
export * from './domain/deadline-phrase.js';
export type {
  DeadlineClass,
  DeadlineContext,
  DeadlineReading,
  DeadlineRemark,
  RecurrenceUnit,
} from './domain/deadline-reading.js';
