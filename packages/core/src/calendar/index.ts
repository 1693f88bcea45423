export { CALENDARS, type Calendars, type WorkingDays } from './calendars.js';
export { CalendarModule } from './calendar.module.js';
