export { CALENDARS, type Calendars, type WorkingDays } from './calendars.js';
