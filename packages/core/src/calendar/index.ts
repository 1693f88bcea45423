export { CALENDARS, type Calendars } from './calendars.js';
export { CalendarFollowers, type CalendarFollower, type DeadlineMove } from './calendar-followers.js';
export { GetCalendarYear } from './queries/get-calendar-year.query.js';
export { PreviewCalendarChange } from './queries/preview-calendar-change.query.js';
export { ReadDeadlinePhrase } from './queries/read-deadline-phrase.query.js';
export { ChangeCalendar } from './use-cases/change-calendar.use-case.js';
export { RecordDaysOff } from './use-cases/record-days-off.use-case.js';
export { CalendarModule } from './calendar.module.js';
export { reread, type CalendarChange } from './domain/calendar-change.js';
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
