import type { Day } from '../shared/index.js';
import type { Sql } from '../shared/sql.js';

/** What deadlines and timers ask of a calendar. */
export interface WorkingDays {
  addWorkingDays(day: Day, days: number): Day;
}

/** The working calendar of an administration, and the zone its days are counted in. */
export interface Calendars {
  readonly zone: string;
  of(sql: Sql, administrationId: string): Promise<WorkingDays>;
}

export const CALENDARS = Symbol('CALENDARS');
